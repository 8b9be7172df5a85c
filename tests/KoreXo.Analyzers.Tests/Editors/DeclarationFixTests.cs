using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Editors;

/// <summary>The fixes that change code: declaring scopes on a member, and spelling them right.</summary>
public sealed class DeclarationFixTests
{
    private const string Usings = "using System.Threading.Tasks; using Acme; using KoreXo;\n";

    [Fact]
    public Task A_public_caller_is_annotated_on_a_line_of_its_own() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P\n{\n    /// <summary>Saves.</summary>\n    public Task Save(IFiles f) => f.PutAsync(new Doc(\"1\"));\n}",
            "class P\n{\n    /// <summary>Saves.</summary>\n    [RequiresScopes(\"files:write\")]\n    public Task Save(IFiles f) => f.PutAsync(new Doc(\"1\"));\n}"
        );

    [Fact]
    public Task All_alternatives_are_declared_with_their_credentials() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { internal Task Save(IFiles f) => f.PeekAsync(\"1\"); }",
            "class P { [RequiresScopes(\"files:read.bot\", Credential = \"bot\")] [RequiresScopes(\"files:read.user\", Credential = \"user\")] internal Task Save(IFiles f) => f.PeekAsync(\"1\"); }"
        );

    [Fact]
    public Task What_is_declared_is_extended_since_two_attributes_are_alternatives() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { [RequiresScopes(\"files:read\")] public Task Get(IFiles f) => f.GetWithOwnerAsync(\"1\"); }",
            "class P { [RequiresScopes(\"files:read\", \"users:read\")] public Task Get(IFiles f) => f.GetWithOwnerAsync(\"1\"); }"
        );

    [Fact]
    public Task A_getter_is_annotated_through_its_property() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { IFiles f = null!; public int Count => f.Count; }",
            "class P { IFiles f = null!; [RequiresScopes(\"files:read\")] public int Count => f.Count; }"
        );

    [Fact]
    public Task A_private_member_that_is_called_is_annotated() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public Task Run(IFiles f) => Save(f); Task Save(IFiles f) => f.PutAsync(new Doc(\"1\")); }",
            "class P { public Task Run(IFiles f) => Save(f); [RequiresScopes(\"files:write\")] Task Save(IFiles f) => f.PutAsync(new Doc(\"1\")); }"
        );

    [Fact]
    public Task The_base_of_an_override_is_annotated() =>
        VerifyCodeFixAsync(
            "KXO1007",
            "class B { public virtual void M() { } } class D : B { [RequiresScopes(\"admin\")] public override void M() { } }",
            "class B { [RequiresScopes(\"admin\")] public virtual void M() { } } class D : B { [RequiresScopes(\"admin\")] public override void M() { } }"
        );

    [Fact]
    public Task A_scope_is_spelt_right() =>
        VerifyCodeFixAsync(
            "KXO1006",
            "class P { [RequiresScopes(\"files:wirte\" /* why */)] void M() { } }",
            "class P { [RequiresScopes(\"files:write\" /* why */)] void M() { } }"
        );

    [Fact]
    public Task A_name_that_is_not_imported_is_qualified() =>
        VerifyCodeFixAsync(
            "KXO1001",
            "class P { public System.Threading.Tasks.Task Save(Acme.IFiles f) => f.PutAsync(new Acme.Doc(\"1\")); }",
            "class P { [global::KoreXo.RequiresScopes(\"files:write\")] public System.Threading.Tasks.Task Save(Acme.IFiles f) => f.PutAsync(new Acme.Doc(\"1\")); }",
            usings: ""
        );

    [Theory]
    [InlineData("class P { Task Uncalled(IFiles f) => f.PutAsync(new Doc(\"1\")); }")]
    [InlineData("class P { public void Run(IFiles f) { System.Func<Task> a = () => f.PutAsync(new Doc(\"1\")); } }")]
    [InlineData("class P { static IFiles f = null!; Task t = f.PutAsync(new Doc(\"1\")); }")]
    [InlineData("class P { static IFiles f = null!; static P() { f.PutAsync(new Doc(\"1\")); } }")]
    [InlineData(
        "class B { public virtual Task M(IFiles f) => Task.CompletedTask; } class D : B { public override Task M(IFiles f) => f.PutAsync(new Doc(\"1\")); }"
    )]
    [InlineData("[RequiresScopes(\"admin\")] class P { public Task M(IFiles f) => f.PutAsync(new Doc(\"1\")); }")]
    [InlineData("class P { [RequiresScopes(\"admin\", Credential = \"x\")] public Task M(IFiles f) => f.PutAsync(new Doc(\"1\")); }")]
    public async Task Nothing_is_declared_where_it_would_help_nobody(string code)
    {
        using var solution = Open(Usings + code);
        var project = solution.Solution.Projects.Single();
        var missing = Assert.Single(await TestSolution.AnalyzeAsync(project), static diagnostic => diagnostic.Id == "KXO1001");

        Assert.DoesNotContain(
            await Testing.CodeFixes.OfferedAsync(project, missing),
            static action => action.Title.StartsWith("Declare", StringComparison.Ordinal)
        );
    }

    private static async Task VerifyCodeFixAsync(string id, string code, string expected, string usings = Usings)
    {
        using var solution = Open(usings + code);
        var project = solution.Solution.Projects.Single();
        var diagnostic = Assert.Single(await TestSolution.AnalyzeAsync(project), diagnostic => diagnostic.Id == id);

        // The fixes of the manifest come first; these change code.
        var action = (await Testing.CodeFixes.OfferedAsync(project, diagnostic))[^1];
        var changed = await Testing.CodeFixes.ApplyAsync(action);

        var text = await Assert.Single(changed.Projects.Single().Documents).GetTextAsync();
        Assert.Equal(usings + expected, text.ToString());
        Assert.DoesNotContain(
            diagnostic.GetMessage(),
            (await TestSolution.AnalyzeAsync(changed.Projects.Single())).Select(static left => left.GetMessage())
        );
    }

    private static TestSolution Open(string code) =>
        new([
            new TestProject("App")
            {
                Libraries = [Cases.AcmeSdk.Reference],
                Sources = [new TestFile("Program.cs", code)],
                AdditionalFiles = [new TestFile("bot.scopes.json", """{ "scopes": [] }""")],
            },
        ]);
}
