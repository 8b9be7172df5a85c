using KoreXo.Analyzers.Manifests;

namespace KoreXo.Analyzers.Tests.Manifests;

public sealed class ManifestEditorTests
{
    [Fact]
    public void An_edit_adds_the_scope_and_takes_nothing_away()
    {
        var edited = 0;
        foreach (var text in MutatedManifest.Random(3000))
        {
            var before = ManifestReader.Read(text);
            if (!before.IsReadable)
            {
                Assert.Equal(text, ManifestEditor.AddScopes(text, "user", ["new"]));
                continue;
            }

            foreach (var credential in before.Credentials)
            {
                var changed = ManifestEditor.AddScopes(text, credential.Kind, ["new", "another \"one\""]);
                var after = ManifestReader.Read(changed);
                var scopes = Assert.Single(after.Credentials, candidate => candidate.Kind == credential.Kind).Scopes.Select(static entry => entry.Scope).ToList();
                Assert.Equal(credential.Scopes.Select(static entry => entry.Scope), scopes.Where(static scope => scope is not ("new" or "another \"one\"")));
                Assert.Contains("new", scopes);
                Assert.Contains("another \"one\"", scopes);
                Assert.True(IsSubsequence(WithoutBlanks(text), changed), changed);
                edited++;
            }
        }

        Assert.InRange(edited, 300, int.MaxValue);
    }

    [Fact]
    public void A_scope_that_stands_there_is_not_added()
    {
        const string text = """{ "scopes": ["a"] }""";

        Assert.Equal(text, ManifestEditor.AddScopes(text, "", ["a"]));
    }

    [Fact]
    public void A_credential_that_the_manifest_does_not_have_is_not_made_up()
    {
        const string text = """{ "credentials": { "admin": [] } }""";

        Assert.Equal(text, ManifestEditor.AddScopes(text, "platform", ["a"]));
        Assert.Equal(text, ManifestEditor.AddScopes(text, "", ["a"]));
    }

    [Theory]
    [InlineData("""{ "scopes": ["A", "b"] }""", """{ "scopes": ["A", "C", "b"] }""")]
    [InlineData("""{ "scopes": ["a", "B"] }""", """{ "scopes": ["a", "B", "C"] }""")]
    [InlineData("""{ "scopes": ["B", "a"] }""", """{ "scopes": ["B", "C", "a"] }""")]
    [InlineData("""{ "scopes": ["b", "A"] }""", """{ "scopes": ["b", "A", "C"] }""")]
    public void A_list_keeps_the_order_that_it_has(string before, string after) => Assert.Equal(after, ManifestEditor.AddScopes(before, "", ["C"]));

    [Fact]
    public void A_scope_is_renamed_wherever_it_stands()
    {
        Assert.Equal(
            """{ "scopes": ["b", /* a */ "c"], "credentials": { "user": ["b"] }, "reserved": ["b"] }""",
            ManifestEditor.RenameScope("""{ "scopes": ["a", /* a */ "c"], "credentials": { "user": ["a"] }, "reserved": ["a"] }""", "a", "b"));
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

    private static bool IsSubsequence(string part, string whole)
    {
        var at = 0;
        foreach (var character in whole)
        {
            at += at < part.Length && part[at] == character ? 1 : 0;
        }

        return at == part.Length;
    }
}
