namespace KoreXo.Cli.Tests.Graphs;

/// <summary>Which functions an invocation of a delegate may run. Each is created where the program itself never is.</summary>
public sealed class DelegateJointsTests
{
    private const string Late =
        "static class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Held.Fill(); }";

    [Theory]
    [InlineData("Action", "() => Api.Read()", "((Action)Held.All[0])();", "files:read")]
    [InlineData("Action", "() => Api.Read()", "((Action)Held.All[0]).Invoke();", "files:read")]
    [InlineData("Action", "() => Api.Read()", "((Action?)Held.All[0])?.Invoke();", "files:read")]
    [InlineData("Action", "() => Api.Read()", "Action again = ((Action)Held.All[0]).Invoke; again();", "files:read")]
    [InlineData("Action", "() => Api.Read()", "new List<int>().ForEach(((Action<int>)Held.All[0]).Invoke);", "")]
    [InlineData("Action<int>", "x => Api.Read()", "new List<int>().ForEach(((Action<int>)Held.All[0]).Invoke);", "files:read")]
    [InlineData("Action<int>", "x => Api.Read()", "new List<int>().ForEach((Action<int>)Held.All[0]);", "files:read")]
    [InlineData("Action<int>", "x => Api.Read()", "((Action<long>)Held.All[0])(1);", "")]
    [InlineData("Action<object>", "x => Api.Read()", "Action<string> a = (Action<object>)Held.All[0]; a(\"\");", "files:read")]
    [InlineData("Func<string>", "() => { Api.Read(); return \"\"; }", "Func<object> f = (Func<string>)Held.All[0]; f();", "files:read")]
    [InlineData("Func<string>", "() => { Api.Read(); return \"\"; }", "((Func<object>)Held.All[0])();", "")]
    [InlineData("Func<int>", "Api.Read", "((Func<int>)Held.All[0])();", "files:read")]
    [InlineData("Mine", "Api.Read", "((Mine)Held.All[0])();", "files:read")]
    [InlineData("Mine", "Api.Read", "((Func<int>)Held.All[0])();", "")]
    [InlineData("Mine", "Api.Read", "var f = new Func<int>((Mine)Held.All[0]); f();", "files:read")]
    [InlineData(
        "Func<int>",
        "delegate { return Api.Read(); }",
        "Call((Func<int>)Held.All[0]); void Call<T>(Func<T> f) => f();",
        "files:read"
    )]
    [InlineData("Func<int>", "Api.Read", "Call<string>(() => \"\"); void Call<T>(Func<T> f) => f();", "files:read")]
    [InlineData("Func<int, int>", "x => Api.Read()", "Call<string>(() => \"\"); void Call<T>(Func<T> f) => f();", "")]
    [InlineData("Func<(int A, int B), int>", "x => Api.Read()", "((Func<(int C, int D), int>)Held.All[0])(default);", "files:read")]
    [InlineData("Func<int[], int>", "x => Api.Read()", "((Func<int[], int>)Held.All[0])([]);", "files:read")]
    [InlineData("Func<int[], int>", "x => Api.Read()", "((Func<int[,], int>)Held.All[0])(new int[1, 1]);", "")]
    [InlineData("Func<dynamic, int>", "x => Api.Read()", "((Func<object, int>)Held.All[0])(1);", "files:read")]
    [InlineData("Func<nint>", "() => Api.Read()", "((Func<IntPtr>)Held.All[0])();", "files:read")]
    [InlineData("Box<int>.Taker", "x => Api.Read()", "((Box<int>.Taker)Held.All[0])(1);", "files:read")]
    [InlineData("Box<int>.Taker", "x => Api.Read()", "((Box<long>.Taker)Held.All[0])(1);", "")]
    public async Task A_delegate_runs_what_was_converted_to_its_type(string type, string function, string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                {{use}}
                delegate int Mine();
                class Box<T> { public delegate void Taker(T x); }
                static class Held
                {
                    public static readonly List<object> All = [];
                    public static void Fill() { {{type}} made = {{function}}; All.Add(made); }
                }
                {{Late}}
                """
            )
        );

    [Theory]
    [InlineData("IEnumerable<Func<object>> all = Held.Texts; foreach (var f in all) f();")]
    [InlineData("IReadOnlyList<Func<object>> all = Held.Texts; all[0]();")]
    [InlineData("Func<object>[] all = Held.Array; all[0]();")]
    [InlineData("IEnumerable<Func<object>> all = Held.Array; all.First()();")]
    [InlineData("IEnumerable<IEnumerable<Func<object>>> all = new[] { Held.Texts }; all.First().First()();")]
    public async Task A_collection_of_delegates_may_be_one_of_a_base_type(string use) =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                $$"""
                {{use}}
                static class Held
                {
                    public static readonly List<Func<string>> Texts = [];
                    public static readonly Func<string>[] Array = [];
                    public static void Fill() => Texts.Add(static () => { Api.Read(); return ""; });
                }
                {{Late}}
                """
            )
        );

    [Theory]
    [InlineData("new Source().Raise();", "files:read files:write")]
    [InlineData("new Source().RaiseOther();", "")]
    public async Task An_event_runs_every_handler_that_is_added_anywhere(string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                {{use}}
                class Source
                {
                    public event EventHandler<int>? Changed;
                    public event EventHandler<long>? Other;
                    public void Raise() => Changed?.Invoke(this, 1);
                    public void RaiseOther() => Other!(this, 1);
                }
                static class Held
                {
                    static readonly Source Source = new();
                    public static void Fill() { Source.Changed += On; Source.Changed += (_, _) => Api.Write(); }
                    static void On(object? sender, int x) => Api.Read();
                }
                {{Late}}
                """
            )
        );

    [Fact]
    public async Task A_method_of_an_interface_as_a_delegate_runs_what_implements_it() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                $$"""
                ((Func<int>)Held.All[0])();
                interface IStore { int Load(); }
                class Store : IStore { public int Load() => Api.Read(); }
                static class Held { public static readonly List<object> All = []; public static void Fill() { IStore s = null!; Func<int> f = s.Load; All.Add(f); } }
                {{Late}}
                """
            )
        );

    [Fact]
    public async Task A_delegate_of_another_project_is_the_same_type()
    {
        var library = GraphedCode.Compile(
            "public delegate int Load(); public static class Loading { public static int Run(Load load) => load(); }",
            "Lib",
            Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary
        );
        var app = GraphedCode.Compile(
            "Loading.Run(Held.Some!); static class Held { public static Load? Some; public static void Fill() => Some = Api.Read; }"
                + Late
                + GraphedCode.Api,
            references: library.ToMetadataReference()
        );

        Assert.Contains("Main top-level statements: files:read", await GraphedCode.EntriesAsync(app, library));
        Assert.Contains("Main top-level statements: files:read", await GraphedCode.EntriesAsync(library, app));
    }
}
