using KoreXo.Analyzers.Tests.Testing;

namespace KoreXo.Analyzers.Tests.Editors;

/// <summary>The fixes that editors offer in an open manifest.</summary>
public sealed class ManifestFixTests
{
    [Fact]
    public Task A_kind_of_credential_is_spelt_as_the_API_spells_it() =>
        VerifyCodeFixAsync(
            "KXO1003",
            """{ "credentials": { "Bot": ["files:read.bot"] } }""",
            "Change to 'bot'",
            """{ "credentials": { "bot": ["files:read.bot"] } }"""
        );

    [Fact]
    public Task A_misspelt_scope_is_renamed() =>
        VerifyCodeFixAsync("KXO1003", """{ "scopes": ["user:read"] }""", "Change to 'users:read'", """{ "scopes": ["users:read"] }""");

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

    [Theory]
    [InlineData("scopes.json", "app.scopes.json")]
    [InlineData("travel.scope.json", "travel.scopes.json")]
    public async Task A_file_with_nearly_the_name_of_a_manifest_gets_it(string name, string expected)
    {
        var test = new ScopeAnalyzerTest
        {
            TestState =
            {
                Sources = { "class P { }" },
                AdditionalFiles = { (name, """{ "scopes": [] }""") },
                AdditionalReferences = { Cases.AcmeSdk.Reference },
            },
        };
        var project = await test.OpenAsync();
        var found = Assert.Single(await Analyses.RunAsync(project), static diagnostic => diagnostic.Id == "KXO1011");

        var action = Assert.Single(await OfferedFixes.GetAsync(project, found));
        var changed = (await OfferedFixes.ApplyAsync(action)).GetProject(project.Id)!;

        Assert.Equal($"Rename to '{expected}'", action.Title);
        var document = Assert.Single(changed.AdditionalDocuments);
        Assert.Equal((expected, """{ "scopes": [] }"""), (document.Name, (await document.GetTextAsync()).ToString()));
        Assert.DoesNotContain(await Analyses.RunAsync(changed), static diagnostic => diagnostic.Id == "KXO1011");
    }

    private static async Task VerifyCodeFixAsync(string id, string manifest, string title, string expected)
    {
        var test = new ScopeAnalyzerTest
        {
            TestState =
            {
                Sources = { "class P { }" },
                AdditionalFiles = { ("bot.scopes.json", manifest) },
                AdditionalReferences = { Cases.AcmeSdk.Reference },
            },
        };
        if (id == "KXO1010")
        {
            var library = test.TestState.AdditionalProjects["Lib"];
            library.Sources.Add("[assembly: KoreXo.UsesScopes(\"files:write\")]");
            library.AdditionalReferences.Add(Cases.AcmeSdk.Reference);
            test.TestState.AdditionalProjectReferences.Add(library.Name);
        }

        var project = await test.OpenAsync();
        var found = Assert.Single(await Analyses.RunAsync(project), diagnostic => diagnostic.Id == id);

        var action = Assert.Single(await OfferedFixes.GetAsync(project, found));
        var changed = (await OfferedFixes.ApplyAsync(action)).GetProject(project.Id)!;

        Assert.Equal(title, action.Title);
        var document = Assert.Single(changed.AdditionalDocuments);
        Assert.Equal(expected, (await document.GetTextAsync()).ToString());
        Assert.DoesNotContain(await Analyses.RunAsync(changed), diagnostic => diagnostic.Id == id);
    }
}
