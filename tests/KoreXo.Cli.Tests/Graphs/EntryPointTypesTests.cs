using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The entry points that follow from the declaration of a type.</summary>
public sealed class EntryPointTypesTests
{
    private const string Tests = """
        namespace Frames
        {
            class FactAttribute : Attribute; class TheoryAttribute : FactAttribute; class TestAttribute : Attribute;
            class TestMethodAttribute : Attribute; class BenchmarkAttribute : Attribute; class MineAttribute : TheoryAttribute;
            class SetUpAttribute : Attribute; class OneTimeTearDownAttribute : Attribute; class TestInitializeAttribute : Attribute;
            class AssemblyCleanupAttribute : Attribute; class GlobalSetupAttribute : Attribute; class OtherAttribute : Attribute;
        }
        """;

    [Theory]
    [InlineData("public class C : ControllerBase { public int Get() => Api.Read(); }", "Route C.Get: files:read")]
    [InlineData("public class C : Controller { public IActionResult Get() => View(Api.Read()); }", "Route C.Get: files:read")]
    [InlineData("[ApiController] public class C { public int Get() => Api.Read(); }", "Route C.Get: files:read")]
    [InlineData("[Controller] public class B; public class C : B { public int Get() => Api.Read(); }", "Route C.Get: files:read")]
    [InlineData(
        "[ApiController] public abstract class B; public class C : B { public int Get() => Api.Read(); }",
        "Route C.Get: files:read"
    )]
    [InlineData("public class C : ControllerBase { public static int Get() => Api.Read(); }", "")]
    [InlineData("public class C : ControllerBase { internal int Get() => Api.Read(); }", "")]
    [InlineData("public class C : ControllerBase { [NonAction] public int Get() => Api.Read(); }", "")]
    [InlineData(
        "public class C : ControllerBase { [HttpGet(\"x\")] public Task<int> Get() => Api.ReadAsync(); }",
        "Route C.Get: files:read"
    )]
    [InlineData("public class C { public int Get() => Api.Read(); }", "")]
    [InlineData("public class C : ControllerBase { readonly int _x = Api.Read(); public int Get() => 1; }", "Route C.Get: files:read")]
    [InlineData(
        "public abstract class C : ControllerBase { public int Get() => Do(); protected abstract int Do(); } public class D : C { protected override int Do() => Api.Read(); }",
        "Route C.Get: files:read"
    )]
    [InlineData(
        "public abstract class C<T> : ControllerBase { public int Get() => 1; } public class D : C<int> { public D() => Api.Read(); }",
        "Route C.Get: files:read"
    )]
    public async Task A_controller_has_a_route_for_each_action(string code, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], await WebAsync(code));

    [Theory]
    [InlineData("class H : Microsoft.AspNetCore.SignalR.Hub { public Task Send() => Api.ReadAsync(); }", "Route H.Send: files:read")]
    [InlineData(
        "class H : Microsoft.AspNetCore.SignalR.Hub<IDisposable> { public Task Send() => Api.ReadAsync(); }",
        "Route H.Send: files:read"
    )]
    [InlineData(
        "class H : Microsoft.AspNetCore.SignalR.Hub { public override Task OnConnectedAsync() => Api.ReadAsync(); }",
        "Route H.OnConnectedAsync: files:read"
    )]
    [InlineData("class H : Microsoft.AspNetCore.SignalR.Hub { Task Send() => Api.ReadAsync(); }", "")]
    [InlineData(
        "class P : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void OnGet() => Api.Read(); }",
        "Route P.OnGet: files:read"
    )]
    [InlineData(
        "class P : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public Task OnPostSaveAsync() => Api.ReadAsync(); }",
        "Route P.OnPostSaveAsync: files:read"
    )]
    [InlineData("class P : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public void Load() => Api.Read(); }", "")]
    [InlineData(
        "class V : ViewComponent { public Task<int> InvokeAsync(string x) => Api.ReadAsync(); }",
        "Route V.InvokeAsync: files:read"
    )]
    [InlineData(
        "class M(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => Api.ReadAsync(); }",
        "Middleware M.InvokeAsync: files:read"
    )]
    [InlineData(
        "class M(RequestDelegate next) { public Task Invoke(HttpContext context, IServiceProvider all) => Api.ReadAsync(); }",
        "Middleware M.Invoke: files:read"
    )]
    [InlineData(
        "class M : IMiddleware { public Task InvokeAsync(HttpContext c, RequestDelegate next) => Api.ReadAsync(); }",
        "Middleware M.InvokeAsync: files:read"
    )]
    [InlineData("class M { public Task InvokeAsync(IServiceProvider all, HttpContext context) => Api.ReadAsync(); }", "")]
    public async Task Hubs_pages_and_middleware_are_entry_points(string code, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], await WebAsync(code));

    [Theory]
    [InlineData(
        "class W : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Api.ReadAsync(); }",
        "W.ExecuteAsync"
    )]
    [InlineData(
        "class W : BackgroundService { protected override Task ExecuteAsync(CancellationToken s) => Task.CompletedTask; public override Task StopAsync(CancellationToken s) => Api.ReadAsync(); }",
        "W.StopAsync"
    )]
    [InlineData(
        "class W : IHostedService { public Task StartAsync(CancellationToken s) => Api.ReadAsync(); public Task StopAsync(CancellationToken s) => Task.CompletedTask; }",
        "W.StartAsync"
    )]
    [InlineData(
        "class W : IHostedService { Task IHostedService.StartAsync(CancellationToken s) => Api.ReadAsync(); Task IHostedService.StopAsync(CancellationToken s) => null!; }",
        "W.Microsoft.Extensions.Hosting.IHostedService.StartAsync"
    )]
    [InlineData(
        "class B { public Task StartAsync(CancellationToken s) => Api.ReadAsync(); public Task StopAsync(CancellationToken s) => null!; } class W : B, IHostedService;",
        "B.StartAsync"
    )]
    [InlineData(
        "abstract class B : BackgroundService { protected override Task ExecuteAsync(CancellationToken s) => Go(); protected abstract Task Go(); } class W : B { protected override Task Go() => Api.ReadAsync(); }",
        "B.ExecuteAsync"
    )]
    public async Task A_hosted_service_is_an_entry_point(string code, string title) =>
        Assert.Equal([$"HostedService {title}: files:read"], await WebAsync(code));

    [Theory]
    [InlineData(
        "abstract class B : BackgroundService { protected override Task ExecuteAsync(CancellationToken s) => Task.CompletedTask; } class W : B { readonly int _x = Api.Read(); }"
    )]
    [InlineData(
        "class B : BackgroundService { protected override Task ExecuteAsync(CancellationToken s) => Task.CompletedTask; } class W : B { public W() => Api.Read(); }"
    )]
    public async Task An_entry_point_that_is_inherited_creates_the_derived_types(string code) =>
        Assert.Equal(["HostedService B.ExecuteAsync: files:read"], await WebAsync(code));

    [Fact]
    public async Task A_filter_of_an_action_runs_with_it() =>
        Assert.Equal(
            ["Route C.Get: files:read files:write", "Route C.Put: files:delete files:read"],
            await WebAsync(
                """
                [Audit]
                public class C : ControllerBase
                {
                    public int Get() => Api.Write();
                    [ServiceFilter(typeof(Checking))] public int Put() => 1;
                }
                class AuditAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute
                {
                    public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) => Api.Read();
                }
                class Checking : Microsoft.AspNetCore.Mvc.Filters.IResourceFilter
                {
                    public void OnResourceExecuting(Microsoft.AspNetCore.Mvc.Filters.ResourceExecutingContext context) => Api.Delete();
                    public void OnResourceExecuted(Microsoft.AspNetCore.Mvc.Filters.ResourceExecutedContext context) { }
                }
                """
            )
        );

    [Fact]
    public async Task A_service_of_gRPC_has_a_route_for_each_method() =>
        Assert.Equal(
            ["Route GreeterService.SayHello: files:delete files:read"],
            await WebAsync(
                """
                namespace Grpc.Core { class BindServiceMethodAttribute(Type type, string method) : Attribute; }
                static class Greeter
                {
                    [Grpc.Core.BindServiceMethod(typeof(Greeter), "BindService")]
                    public abstract class GreeterBase { public virtual Task<int> SayHello(string name) => throw new NotImplementedException(); }
                }
                class GreeterService : Greeter.GreeterBase
                {
                    readonly int _x = Api.Delete();
                    public override Task<int> SayHello(string name) => Api.ReadAsync();
                    public int Helper() => Api.Write();
                }
                """
            )
        );

    [Theory]
    [InlineData("[Frames.Fact] public void Works() => Api.Read();")]
    [InlineData("[Frames.Theory] public async Task Works() => await Api.ReadAsync();")]
    [InlineData("[Frames.Mine] void Works() => Api.Read();")]
    [InlineData("[Frames.Test] public static void Works() => Api.Read();")]
    [InlineData("[Frames.TestMethod] public void Works() => Api.Read();")]
    [InlineData("[Frames.Benchmark] public void Works() => Api.Read();")]
    [InlineData("[Frames.Other, Frames.Fact] public void Works() => Api.Read();")]
    [InlineData("[Frames.SetUp] public void Works() => Api.Read();")]
    [InlineData("[Frames.OneTimeTearDown] public void Works() => Api.Read();")]
    [InlineData("[Frames.TestInitialize] public void Works() => Api.Read();")]
    [InlineData("[Frames.AssemblyCleanup] public static void Works() => Api.Read();")]
    [InlineData("[Frames.GlobalSetup] public void Works() => Api.Read();")]
    public async Task What_a_test_framework_runs_is_a_test(string member) =>
        Assert.Equal(["Test T.Works: files:read"], await PlainAsync($"public class T {{ {member} }} {Tests}"));

    [Theory]
    [InlineData("[Frames.Other] public void Works() => Api.Read();")]
    [InlineData("public void Works() => Api.Read();")]
    public async Task Other_members_of_a_test_class_are_none(string member) =>
        Assert.Empty(await PlainAsync($"public class T {{ {member} }} {Tests}"));

    [Fact]
    public async Task A_test_creates_its_class_and_what_that_is_given() =>
        Assert.Equal(
            ["Test T.Works: files:delete files:read files:write"],
            await PlainAsync(
                """
                class T(Fixture fixture) : IDisposable
                {
                    readonly int _x = Api.Read();
                    [Frames.Fact] public void Works() { }
                    public void Dispose() => Api.Write();
                }
                class Fixture { public Fixture() => Api.Delete(); }
                """ + Tests
            )
        );

    [Theory]
    [InlineData("[Frames.Data(nameof(Rows))] public void Works() { } static int Rows => Api.Read();")]
    [InlineData("[Frames.Data(nameof(Rows))] public void Works() { } static IEnumerable<int> Rows() { yield return Api.Read(); }")]
    [InlineData("[Frames.Data(nameof(Rows))] public void Works() { } static readonly int Rows = Api.Read();")]
    [InlineData("[Frames.Data(nameof(Other.Rows), In = typeof(Other))] public void Works() { }")]
    [InlineData("[Frames.Data(typeof(Other))] public void Works() { }")]
    public async Task What_gives_a_test_its_rows_runs_with_it(string member) =>
        Assert.Equal(
            ["Test T.Works: files:read"],
            await PlainAsync(
                $$"""
                public class T { {{member}} }
                class Other : System.Collections.IEnumerable
                {
                    public static int Rows => Api.Read();
                    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() { Api.Read(); return null!; }
                }
                namespace Frames
                {
                    class DataAttribute : TheoryAttribute
                    {
                        public DataAttribute(string member) { }
                        public DataAttribute(Type type) { }
                        public Type? In { get; set; }
                    }
                }
                {{Tests}}
                """
            )
        );

    [Theory]
    [InlineData("protected override Task OnInitializedAsync() => Api.ReadAsync();")]
    [InlineData(
        "protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder b) => b.OpenComponent<Child>(0);"
    )]
    [InlineData("[Microsoft.AspNetCore.Components.Inject] Store Store { get; set; } = null!;")]
    public async Task A_page_of_Blazor_is_a_route(string member) =>
        Assert.Equal(
            ["Route GET /a/{id}: files:read", "Route GET /b: files:read"],
            await WebAsync(
                $$"""
                [Microsoft.AspNetCore.Components.Route("/a/{id}"), Microsoft.AspNetCore.Components.Route("/b")]
                class Page : Microsoft.AspNetCore.Components.ComponentBase { {{member}} }
                class Child : Microsoft.AspNetCore.Components.ComponentBase { protected override void OnInitialized() => Api.Read(); }
                class Store { public Store() => Api.Read(); }
                """
            )
        );

    [Fact]
    public async Task A_view_is_a_route() =>
        Assert.Equal(
            ["Route Views_Home_Index.ExecuteAsync: files:delete files:read"],
            await WebAsync(
                """
                class Views_Home_Index : Microsoft.AspNetCore.Mvc.Razor.RazorPage<int>
                {
                    [Microsoft.AspNetCore.Mvc.Razor.Internal.RazorInject] public Store Store { get; private set; } = null!;
                    public override Task ExecuteAsync() => Api.ReadAsync();
                }
                class Store { public Store() => Api.Delete(); }
                """
            )
        );

    [Fact]
    public async Task What_the_runtime_runs_before_Main_belongs_to_the_start() =>
        Assert.Equal(
            ["Main Early.Run: files:read", "Main Program.Main: files:delete files:write"],
            await GraphedCode.EntriesAsync(
                GraphedCode.Compile(
                    """
                    static class Program { static readonly int X = Api.Delete(); static void Main() => Api.Write(); }
                    static class Early { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Api.Read(); }
                    """ + GraphedCode.Api
                )
            )
        );

    [Theory]
    [InlineData("public class C { public int Get() => Api.Read(); }", "PublicMember C.Get: files:read")]
    [InlineData("public class C { protected int Get() => Api.Read(); }", "PublicMember C.Get: files:read")]
    [InlineData("public class C { public int Value => Api.Read(); }", "PublicMember C.Value: files:read")]
    [InlineData("public class C { public C() => Api.Read(); }", "PublicMember C..ctor: files:read")]
    [InlineData("public static class C { public static int Get(this string s) => Api.Read(); }", "PublicMember C.Get: files:read")]
    [InlineData("public class C { internal int Get() => Api.Read(); }", "")]
    [InlineData("class C { public int Get() => Api.Read(); }", "")]
    [InlineData("public class C { private protected int Get() => Api.Read(); }", "")]
    [InlineData(
        "public interface I { int Get(); } public static class F { public static I Make() => new C(); } class C : I { public int Get() => Api.Read(); }",
        "PublicMember I.Get: files:read"
    )]
    [InlineData("public interface I { int Get() => Api.Read(); }", "PublicMember I.Get: files:read")]
    [InlineData(
        "public abstract class B { public abstract int Get(); public static B Make() => new C(); } class C : B { public override int Get() => Api.Read(); }",
        "PublicMember B.Get: files:read"
    )]
    public async Task The_public_members_of_a_library_are_called_from_outside(string code, string expected) =>
        Assert.Equal(
            expected.Length == 0 ? [] : [expected.Replace("C..ctor", "C.ctor", StringComparison.Ordinal)],
            await GraphedCode.EntriesAsync(GraphedCode.Compile(code + GraphedCode.Api, "Lib", OutputKind.DynamicallyLinkedLibrary))
        );

    private static Task<IEnumerable<string>> WebAsync(string code) =>
        GraphedCode.EntriesAsync(GraphedCode.CompileWeb("WebApplication.Create(args).Run();" + GraphedCode.Api + code));

    private static Task<IEnumerable<string>> PlainAsync(string code) =>
        GraphedCode.EntriesAsync(GraphedCode.Compile("Console.WriteLine();" + GraphedCode.Api + code));
}
