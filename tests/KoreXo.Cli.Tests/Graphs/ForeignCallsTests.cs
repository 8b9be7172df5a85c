using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>What a call of a library runs: handlers that it is given, types that it creates, and nothing else.</summary>
public sealed class ForeignCallsTests
{
    private const string Services = """

        interface IStore { Task<int> LoadAsync(); }
        class Store(Settings settings) : IStore { public Task<int> LoadAsync() => Api.ReadAsync(); }
        class Settings { readonly int _x = Api.Delete(); }
        static class Handlers { public static int Get(IStore store) => Api.Write(); }
        """;

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => Api.Read());", "Route GET /x: files:read")]
    [InlineData("app.MapPost(\"/x\", async () => await Api.ReadAsync());", "Route POST /x: files:read")]
    [InlineData("app.MapPut(\"/x\", Run); static int Run() => Api.Read();", "Route PUT /x: files:read")]
    [InlineData("app.MapDelete(\"/x\", (HttpContext context) => Api.ReadAsync());", "Route DELETE /x: files:read")]
    [InlineData("app.MapPatch(\"/x\", (Func<int>)Api.Read);", "Route PATCH /x: files:read")]
    [InlineData("app.MapPatch(\"/x\", new Func<int>(Api.Read));", "Route PATCH /x: files:read")]
    [InlineData("app.MapMethods(\"/x\", [\"get\", HttpMethods.Head], () => Api.Read());", "Route GET,HEAD /x: files:read")]
    [InlineData("app.MapMethods(\"/x\", new[] { \"OPTIONS\" }, () => Api.Read());", "Route OPTIONS /x: files:read")]
    [InlineData("app.Map(\"/x\", () => Api.Read());", "Route MAP /x: files:read")]
    [InlineData("app.MapFallback(() => Api.Read());", "Route MapFallback: lambda in top-level statements: files:read")]
    [InlineData("app.MapGet(handler: () => Api.Read(), pattern: \"/x\");", "Route GET /x: files:read")]
    [InlineData("const string X = \"/\" + nameof(X); app.MapGet(X, () => Api.Read());", "Route GET /X: files:read")]
    [InlineData("app.MapGet(args[0], () => Api.Read());", "Route MapGet: lambda in top-level statements: files:read")]
    [InlineData("app.MapGet(\"/x\", () => Run()); int Run() => Api.Read();", "Route GET /x: files:read")]
    [InlineData("EndpointRouteBuilderExtensions.MapGet(app, \"/x\", () => Api.Read());", "Route GET /x: files:read")]
    public async Task A_handler_of_a_route_is_an_entry_point_that_Main_does_not_run(string code, string expected) =>
        Assert.Equal([expected], await GraphedCode.EntriesAsync(Web(code)));

    [Theory]
    [InlineData("app.Use(async (context, next) => { await Api.ReadAsync(); await next(context); });")]
    [InlineData("app.Use(next => context => Api.ReadAsync());")]
    [InlineData("app.Run(context => Api.ReadAsync());")]
    [InlineData("app.MapWhen(context => true, branch => branch.Run(context => Api.ReadAsync()));")]
    [InlineData("app.UseWhen(context => true, branch => branch.Use(next => context => Api.ReadAsync()));")]
    public async Task A_function_in_the_pipeline_is_middleware(string code)
    {
        var entry = Assert.Single(await GraphedCode.EntriesAsync(Web(code)));

        Assert.StartsWith("Middleware ", entry, StringComparison.Ordinal);
        Assert.EndsWith(": lambda in top-level statements: files:read", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.MapGet(\"/x\", (IStore store) => 1);", "Route GET /x: files:delete")]
    [InlineData("app.MapGet(\"/x\", (IStore store) => store.LoadAsync());", "Route GET /x: files:delete files:read")]
    [InlineData("app.MapGet(\"/x\", Handlers.Get);", "Route GET /x: files:delete files:write")]
    [InlineData("app.MapGet(\"/x\", (IEnumerable<IStore> stores) => 1);", "Route GET /x: files:delete")]
    [InlineData("app.MapGet(\"/x\", (Lazy<IStore> store) => 1);", "Route GET /x: files:delete")]
    [InlineData("app.MapGet(\"/x\", (IStore[] stores) => 1);", "Route GET /x: files:delete")]
    public async Task What_a_handler_is_injected_with_is_created_for_it(string code, string expected) =>
        Assert.Equal([expected], await GraphedCode.EntriesAsync(Web(code + Services)));

    [Theory]
    [InlineData("app.Services.GetRequiredService<IStore>();")]
    [InlineData("app.Services.GetService(typeof(IStore));")]
    [InlineData("app.Services.GetServices<IStore>();")]
    [InlineData("builder.Services.AddSingleton<IStore, Store>();")]
    [InlineData("builder.Services.AddSingleton(typeof(IStore), typeof(Store));")]
    [InlineData("builder.Services.Add(ServiceDescriptor.Scoped<IStore, Store>());")]
    [InlineData("builder.Services.Add(new ServiceDescriptor(typeof(IStore), typeof(Store), ServiceLifetime.Scoped));")]
    [InlineData("ActivatorUtilities.CreateInstance<Store>(app.Services);")]
    [InlineData("Activator.CreateInstance<Store>();")]
    public async Task A_container_creates_what_it_is_asked_for(string code) =>
        Assert.Equal(["Main top-level statements: files:delete"], await GraphedCode.EntriesAsync(Web(code + Services)));

    [Theory]
    [InlineData("_ = new object[0].OfType<Store>();")]
    [InlineData("System.Runtime.CompilerServices.Unsafe.As<Store>(new object());")]
    public async Task Other_libraries_create_nothing(string code) => Assert.Empty(await GraphedCode.EntriesAsync(Web(code + Services)));

    [Theory]
    [InlineData("new Timer(_ => Api.Read());", "timer: lambda in top-level statements")]
    [InlineData("new Timer(Tick); static void Tick(object? state) => Api.Read();", "timer: Tick in top-level statements")]
    [InlineData("TimeProvider.System.CreateTimer(_ => Api.Read(), null, default, default);", "timer: lambda in top-level statements")]
    [InlineData("new System.Timers.Timer().Elapsed += (_, _) => Api.Read();", "Timer.Elapsed: lambda in top-level statements")]
    public async Task A_timer_is_an_entry_point_besides_the_code_that_starts_it(string code, string title) =>
        Assert.Equal(
            ["Main top-level statements: files:read", $"Timer {title}: files:read"],
            await GraphedCode.EntriesAsync(GraphedCode.Compile(code + GraphedCode.Api))
        );

    [Theory]
    [InlineData("Console.CancelKeyPress += (_, _) => Api.Read();", "Console.CancelKeyPress: lambda in top-level statements")]
    [InlineData(
        "AppDomain.CurrentDomain.ProcessExit += On; static void On(object? s, EventArgs e) => Api.Read();",
        "AppDomain.ProcessExit: On in top-level statements"
    )]
    [InlineData(
        "TaskScheduler.UnobservedTaskException += new(On); static void On(object? s, EventArgs e) => Api.Read();",
        "TaskScheduler.UnobservedTaskException: On in top-level statements"
    )]
    public async Task A_handler_of_an_event_of_a_library_is_an_entry_point(string code, string title) =>
        Assert.Contains($"EventHandler {title}: files:read", await GraphedCode.EntriesAsync(GraphedCode.Compile(code + GraphedCode.Api)));

    [Fact]
    public async Task A_handler_that_is_removed_is_none() =>
        Assert.Equal(
            ["Main top-level statements: files:read"],
            await GraphedCode.EntriesAsync(
                GraphedCode.Compile(
                    "Console.CancelKeyPress -= On; static void On(object? sender, ConsoleCancelEventArgs e) => Api.Read();"
                        + GraphedCode.Api
                )
            )
        );

    [Theory]
    [InlineData("typeof(string).GetMethod(\"Trim\")!.Invoke(\"\", null);")]
    [InlineData("typeof(string).GetConstructors()[0].Invoke(null);")]
    [InlineData("typeof(string).InvokeMember(\"Trim\", default, null, null, null);")]
    [InlineData("typeof(string).GetProperty(\"Length\")!.GetValue(\"\");")]
    [InlineData("typeof(Exception).GetProperty(\"Source\")!.SetValue(new Exception(), \"\");")]
    [InlineData("Activator.CreateInstance(Type.GetType(\"X\")!);")]
    [InlineData("((Delegate)(() => { })).DynamicInvoke();")]
    public async Task Reflection_may_run_anything(string code) =>
        Assert.Equal(["reflection:"], await GraphedCode.UnknownAsync(GraphedCode.Compile(code)));

    [Theory]
    [InlineData("Task.Run(Api.Read);")]
    [InlineData("Task.Run(() => Api.Read());")]
    [InlineData("_ = new Lazy<int>(Api.Read);")]
    [InlineData("new Thread(() => Api.Read()).Start();")]
    [InlineData("Func<int, int> read = _ => Api.Read(); _ = new[] { 1 }.Select(read).ToList();")]
    [InlineData("Parallel.ForEach([1], Use); void Use(int x) => Api.Read();")]
    [InlineData("ThreadPool.QueueUserWorkItem(static _ => Api.Read());")]
    [InlineData("default(CancellationToken).Register(() => Api.Read());")]
    public async Task A_delegate_that_a_library_is_given_may_run(string code) =>
        Assert.Equal("files:read", await GraphedCode.ReachedAsync(code));

    [Fact]
    public async Task A_delegate_from_elsewhere_that_a_library_is_given_may_run() =>
        Assert.Equal(
            ["Main Late.Run: files:read", "Main top-level statements: files:read"],
            await GraphedCode.EntriesAsync(
                GraphedCode.Compile(
                    """
                    _ = new[] { 1 }.Select(Held.Some!).ToList();
                    static class Held { public static Func<int, long>? Some; }
                    static class Late
                    {
                        [System.Runtime.CompilerServices.ModuleInitializer]
                        internal static void Run() => Held.Some = static x => Api.Read();
                    }
                    """ + GraphedCode.Api
                )
            )
        );

    private static CSharpCompilation Web(string code) =>
        GraphedCode.CompileWeb($"var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); {code}{GraphedCode.Api}");
}
