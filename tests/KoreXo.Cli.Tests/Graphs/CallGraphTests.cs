using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The graph of a solution, and the names of what is in it.</summary>
public sealed class CallGraphTests
{
    [Theory]
    [InlineData("static class P { static void Main() => Api.Read(); }", "P.Main")]
    [InlineData("static class P { static async Task<int> Main(string[] args) => await Api.ReadAsync(); }", "P.Main")]
    [InlineData("namespace N { class P<T> { } class Q { static void Main() => Api.Read(); } }", "Q.Main")]
    [InlineData("Api.Read();", "top-level statements")]
    public async Task The_start_of_a_program_has_its_name(string code, string title) =>
        Assert.Equal([$"Main {title}: files:read"], await GraphedCode.EntriesAsync(GraphedCode.Compile(code + GraphedCode.Api)));

    [Theory]
    [InlineData("Action a = () => Api.Read();", "lambda in top-level statements")]
    [InlineData("void Run() => Api.Read();", "Run in top-level statements")]
    [InlineData("class C { void Go() { void Run() { Action a = () => Api.Read(); } } }", "lambda in C.Go")]
    [InlineData("class C { void Go() { Action a = () => { void Run() => Api.Read(); }; } }", "Run in C.Go")]
    [InlineData("class C { int x = Api.Read(); }", "C.x")]
    [InlineData("class C { int X { get; } = Api.Read(); }", "C.X")]
    [InlineData("class C { int X { get => Api.Read(); } }", "C.X")]
    [InlineData("class C { int X => Api.Read(); }", "C.X")]
    [InlineData("class C { public C() => Api.Read(); }", "C.ctor")]
    [InlineData("class C { static C() => Api.Read(); }", "C.cctor")]
    [InlineData("class C { ~C() => Api.Read(); }", "C.Finalize")]
    [InlineData("class C { public static int operator +(C a, C b) => Api.Read(); }", "C.op_Addition")]
    [InlineData("class C { int this[int i] => Api.Read(); }", "C.this[]")]
    [InlineData("class C { event Action E { add => Api.Read(); remove { } } }", "C.E")]
    [InlineData("class Outer { class C { void Run() => Api.Read(); } }", "C.Run")]
    [InlineData("class C<T> { void Run<U>() => Api.Read(); }", "C.Run")]
    [InlineData("interface I { void Run(); } class C : I { void I.Run() => Api.Read(); }", "C.I.Run")]
    [InlineData("static class C { extension(string s) { void Run() => Api.Read(); } }", "C.Run")]
    public async Task A_function_has_a_name_for_people(string code, string title)
    {
        var built = await GraphedCode.BuildAsync(GraphedCode.Compile("Console.WriteLine(); " + code + GraphedCode.Api));
        var read = built.Graph.Nodes.Single(static node => node.Title == "Api.Read");

        Assert.Equal(
            title,
            built.Graph.Nodes.First(node => node.Title is not null && node.Edges.ContainsKey(read) && node.Title != "Api.ReadAsync").Title
        );
    }

    [Fact]
    public async Task Two_programs_that_register_the_same_handler_have_an_entry_point_each()
    {
        var library = GraphedCode.Compile(
            "public static class Handlers { public static int Get() => Api.Read(); }" + GraphedCode.Api,
            "Lib",
            OutputKind.DynamicallyLinkedLibrary
        );
        const string Program = "WebApplication.Create(args).MapGet(\"/x\", Handlers.Get);";
        var one = GraphedCode.CompileWeb(Program, "One", library.ToMetadataReference());
        var two = GraphedCode.CompileWeb(Program, "Two", library.ToMetadataReference());

        var built = await GraphedCode.BuildAsync(library, one, two);

        Assert.Equal(
            ["One GET /x: files:read", "Two GET /x: files:read"],
            built
                .Graph.EntryPoints.Where(static entry => entry.Title == "GET /x")
                .Select(entry => $"{entry.Project} {entry.Title}: {GraphedCode.Scopes(built, entry)}")
        );
    }

    [Fact]
    public async Task A_program_for_two_frameworks_has_each_entry_point_once()
    {
        const string Program = "WebApplication.Create(args).MapGet(\"/x\", () => Api.Read());" + GraphedCode.Api;

        Assert.Equal(
            ["Route GET /x: files:read"],
            await GraphedCode.EntriesAsync(GraphedCode.CompileWeb(Program), GraphedCode.CompileWeb(Program))
        );
    }

    [Fact]
    public async Task The_same_pattern_may_be_registered_for_two_handlers()
    {
        var app = GraphedCode.CompileWeb(
            "var app = WebApplication.Create(args); app.MapGet(\"/x\", () => Api.Read()).RequireHost(\"a\"); app.MapGet(\"/x\", () => Api.Write());"
                + GraphedCode.Api
        );

        Assert.Equal(["Route GET /x: files:read", "Route GET /x: files:write"], await GraphedCode.EntriesAsync(app));
    }

    [Fact]
    public async Task Code_of_another_project_is_followed_in_either_order()
    {
        var library = GraphedCode.Compile(
            """
            public interface IStore { int Load(); }
            public abstract class Base : IStore { public int Load() => Core(); protected virtual int Core() => Api.Read(); }
            public static class Stores { public static int Use<T>(T store) where T : IStore => store.Load(); }
            """ + GraphedCode.Api,
            "Lib",
            OutputKind.DynamicallyLinkedLibrary
        );
        var app = GraphedCode.Compile(
            """
            Stores.Use(new Mine());
            class Mine : Base { protected override int Core() { new AcmeClient("x"); return base.Core(); } }
            """,
            references: library.ToMetadataReference()
        );

        Assert.Equal(["Main top-level statements: admin files:read"], await GraphedCode.EntriesAsync(app, library));
        Assert.Equal(["Main top-level statements: admin files:read"], await GraphedCode.EntriesAsync(library, app));
    }

    [Fact]
    public async Task What_is_called_on_itself_without_end_is_walked_once() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                new A().Run(3);
                class A { public virtual void Run(int n) { if (n > 0) Next(n - 1); } protected void Next(int n) => new B().Run(n); }
                class B : A { public override void Run(int n) { base.Run(n); this.Run(n); Api.Read(); } }
                """
            )
        );
}
