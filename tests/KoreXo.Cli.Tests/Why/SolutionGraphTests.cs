using KoreXo.Cli.Tests.Graphs;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The scoped calls in the graph of a solution.</summary>
public sealed class SolutionGraphTests
{
    [Theory]
    [InlineData("f.GetAsync(\"1\");", "files:read")]
    [InlineData("_ = f.Count;", "files:read")]
    [InlineData("_ = f.Label;", "files:read")]
    [InlineData("f.Label = \"\";", "files:write")]
    [InlineData("f.Label += \"\";", "files:read files:write")]
    [InlineData("_ = f[\"1\"];", "files:read")]
    [InlineData("f.Changed += (_, _) => { };", "events:read")]
    [InlineData("Func<Doc, Task> put = f.PutAsync;", "files:write")]
    [InlineData("f.RenameAsync(\"1\", \"2\");", "files:write")]
    [InlineData("FilesExtensions.RenameAsync(f, \"1\", \"2\");", "files:write")]
    [InlineData("new AcmeClient(\"tenant\");", "admin")]
    [InlineData("_ = new Bulk();", "bulk:write")]
    [InlineData("new Sub(); class Sub : Bulk;", "bulk:write")]
    [InlineData("new Sub(1); class Sub(int x) : Bulk { public int X => x; }", "bulk:write")]
    [InlineData("new Sub(1); class Sub(int x) : Bulk(x);", "")]
    [InlineData("new Sub(); class Sub : Bulk { public Sub() { } }", "bulk:write")]
    [InlineData("Query q = \"text\";", "search")]
    [InlineData("_ = (Query)1;", "search")]
    [InlineData("Query q = null!; _ = q | q;", "search")]
    [InlineData("await foreach (var doc in new Feed()) { }", "feed:read")]
    [InlineData("Batch b = [new Doc(\"1\")];", "batch:write")]
    [InlineData("_ = from row in new Rows<int>() select row + 1;", "search")]
    [InlineData("_ = new Doc(\"1\") { Secret = \"\" };", "admin")]
    [InlineData("_ = new Doc(\"1\") with { Secret = \"\" };", "admin")]
    [InlineData("_ = new Doc(\"1\") is { Owner: \"\" };", "users:read")]
    [InlineData("f?.GetAsync(\"1\");", "files:read")]
    [InlineData(
        "Make<Entry>(); void Make<T>() where T : IEntry<T> => T.Create(); class Entry : IEntry<Entry> { public static Entry Create() => new(); }",
        "admin"
    )]
    [InlineData("f.PingAsync();", "")]
    public async Task A_scoped_member_is_found_however_it_is_used(string code, string scopes) =>
        Assert.Equal(scopes, await GraphedCode.ReachedAsync($"IFiles f = null!; {code}"));

    [Theory]
    [InlineData("class C { readonly Task x = Sdk.Files.GetAsync(\"1\"); }")]
    [InlineData("class C { Task X { get; } = Sdk.Files.GetAsync(\"1\"); }")]
    [InlineData("class C(int y = 0) { readonly Func<Task> x = () => Sdk.Files.GetAsync(\"1\"); public int Y => y; }")]
    [InlineData("class C { static readonly Task X = Sdk.Files.GetAsync(\"1\"); }")]
    [InlineData("class C { event Action E = () => Sdk.Files.GetAsync(\"1\"); }")]
    [InlineData("partial class C { } partial class C { public C() : this(Sdk.Files.GetAsync(\"1\")) { } C(Task x) { } }")]
    [InlineData("struct C { public C() { } readonly Task x = Sdk.Files.GetAsync(\"1\"); }")]
    [InlineData("record C(int X = 1) { readonly Task y = Sdk.Files.GetAsync(\"1\"); }")]
    public async Task A_call_in_an_initializer_belongs_to_the_creation(string type) =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync($"new C(); static class Sdk {{ public static IFiles Files => null!; }} {type}")
        );

    [Fact]
    public async Task An_override_that_inherits_its_requirement_needs_what_it_calls() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                "new Fake().RunAsync(); class Fake : Job { public override Task RunAsync() => Api.ReadAsync(); }"
            )
        );

    [Theory]
    [InlineData("Job j = null!; j.RunAsync();", "jobs:run")]
    [InlineData("new Own().RunAsync();", "admin")]
    [InlineData("new Own().StopAsync();", "")]
    public async Task An_override_that_declares_its_own_requirement_is_a_scoped_call(string code, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                code + "class Own : Job { [RequiresScopes(\"admin\")] public override Task RunAsync() => Task.CompletedTask; }"
            )
        );

    [Theory]
    [InlineData("AdminApi api = null!; api.ResetAsync();", "admin")]
    [InlineData("AdminApi api = null!; api.ListUsersAsync();", "users:read")]
    [InlineData("AdminApi api = null!; api.StatusAsync();", "")]
    public async Task A_type_may_declare_for_its_members(string code, string scopes) =>
        Assert.Equal(scopes, await GraphedCode.ReachedAsync(code));

    [Fact]
    public async Task A_call_in_the_code_of_two_programs_belongs_to_both()
    {
        var library = GraphedCode.Compile(
            "public static class Shared { public static void Run() => Api.Read(); }" + GraphedCode.Api,
            "Lib",
            OutputKind.DynamicallyLinkedLibrary
        );
        var one = GraphedCode.Compile("Shared.Run();", "One", references: library.ToMetadataReference());
        var two = GraphedCode.Compile("Shared.Run();", "Two", references: library.ToMetadataReference());

        var built = await GraphedCode.BuildAsync(two, library, one);

        Assert.Equal(["Lib", "One", "Two"], built.Projects);
        Assert.Equal(
            ["One files:read", "Two files:read"],
            built.Graph.EntryPoints.Select(entry => $"{entry.Project} {GraphedCode.Scopes(built, entry)}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_runtime_of_the_SDK_is_not_walked_even_as_a_project()
    {
        using var solution = new Solutions.MemorySolution()
            .Library("KoreXo.Runtime")
            .File(
                "KoreXo.Runtime/R.cs",
                "namespace KoreXo { public class RequiresScopesAttribute : Attribute; namespace Runtime { public class ApiConnection { public void Send(IFiles f) => f.GetAsync(\"1\"); } } }"
            )
            .Project("App")
            .File("App/P.cs", "((IFiles)null!).PutAsync(null!);");

        var built = await KoreXo.Cli.Why.SolutionGraph.BuildAsync(solution.Load(), CancellationToken.None);

        Assert.Equal(["App"], built.Projects);
    }
}
