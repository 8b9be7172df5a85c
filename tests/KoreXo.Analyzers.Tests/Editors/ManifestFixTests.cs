using KoreXo.Analyzers.Tests.Testing;

namespace KoreXo.Analyzers.Tests.Editors;

/// <summary>The fixes that editors offer in an open manifest.</summary>
public sealed class ManifestFixTests
{
    private const string NoCode = "class P { }";

    [Fact]
    public Task A_kind_of_credential_is_spelt_as_the_API_spells_it() =>
        VerifyCodeFixAsync(
            "KXO1003",
            """{ "credentials": { "Bot": ["files:read.bot"] } }""",
            "Change to 'bot'",
            """{ "credentials": { "bot": ["files:read.bot"] } }"""
        );

    [Fact]
    public Task A_reserved_scope_is_spelt_right() =>
        VerifyCodeFixAsync(
            "KXO1003",
            """{ "scopes": [], "reserved": ["file:write"] }""",
            "Change to 'files:write'",
            """{ "scopes": [], "reserved": ["files:write"] }"""
        );

    [Fact]
    public Task A_scope_that_is_listed_in_two_spellings_is_removed_once() =>
        VerifyCodeFixAsync(
            "KXO1005",
            """{ "scopes": ["Train Faq", "Train FAQ"] }""",
            "Remove the second entry",
            """{ "scopes": ["Train Faq"] }"""
        );

    [Fact]
    public Task What_a_library_declares_to_use_is_added() =>
        VerifyCodeFixAsync(
            "KXO1010",
            """{ "credentials": { "bot": [] } }""",
            "Add 'files:write' (bot) in bot.scopes.json",
            """{ "credentials": { "bot": ["files:write"] } }"""
        );

    private static async Task VerifyCodeFixAsync(string id, string manifest, string title, string expected)
    {
        var library = new TestProject("Lib")
        {
            Libraries = [Cases.AcmeSdk.Reference],
            Sources = [new TestFile("Lib.cs", "[assembly: KoreXo.UsesScopes(\"files:write\")]")],
        };
        using var solution = new TestSolution([
            .. id == "KXO1010" ? new[] { library } : [],
            new TestProject("App")
            {
                References = id == "KXO1010" ? ["Lib"] : [],
                Libraries = [Cases.AcmeSdk.Reference],
                Sources = [new TestFile("Program.cs", NoCode)],
                AdditionalFiles = [new TestFile("bot.scopes.json", manifest)],
            },
        ]);
        var project = solution.Solution.Projects.Single(static project => project.Name == "App");
        var found = Assert.Single(await TestSolution.AnalyzeAsync(project), diagnostic => diagnostic.Id == id);

        var action = Assert.Single(await Testing.CodeFixes.OfferedAsync(project, found));
        var changed = await Testing.CodeFixes.ApplyAsync(action);

        Assert.Equal(title, action.Title);
        var document = Assert.Single(changed.GetProject(project.Id)!.AdditionalDocuments);
        Assert.Equal(expected, (await document.GetTextAsync()).ToString());
        Assert.DoesNotContain(await TestSolution.AnalyzeAsync(changed.GetProject(project.Id)!), diagnostic => diagnostic.Id == id);
    }
}
