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
                var scopes = Assert
                    .Single(after.Credentials, candidate => candidate.Kind == credential.Kind)
                    .Scopes.Select(static entry => entry.Scope)
                    .ToList();
                Assert.Equal(
                    credential.Scopes.Select(static entry => entry.Scope),
                    scopes.Where(static scope => scope is not ("new" or "another \"one\""))
                );
                Assert.Contains("new", scopes);
                Assert.Contains("another \"one\"", scopes);
                Assert.True(IsSubsequence(WithoutBlanks(text), changed), changed);
                edited++;
            }
        }

        Assert.InRange(edited, 300, int.MaxValue);
    }

    [Fact]
    public void A_removal_takes_one_entry_and_leaves_a_manifest_with_all_others()
    {
        var edited = 0;
        foreach (var text in MutatedManifest.Random(3000))
        {
            var before = ManifestReader.Read(text);
            var entries = before
                .Credentials.SelectMany(static credential => credential.Scopes.Select((entry, index) => (credential.Kind, entry, index)))
                .ToList();
            foreach (var (kind, entry, index) in before.IsReadable ? entries : [])
            {
                var changed = ManifestEditor.RemoveScopes(text, [entry.Range]);
                var after = ManifestReader.Read(changed);
                Assert.True(after.IsReadable, changed);
                foreach (var credential in before.Credentials)
                {
                    var expected = credential
                        .Scopes.Where((_, at) => credential.Kind != kind || at != index)
                        .Select(static other => other.Scope);
                    Assert.Equal(
                        expected,
                        Assert
                            .Single(after.Credentials, candidate => candidate.Kind == credential.Kind)
                            .Scopes.Select(static other => other.Scope)
                    );
                }

                edited++;
            }

            Assert.All(
                before.IsReadable
                    ? ManifestReader.Read(ManifestEditor.RemoveScopes(text, entries.Select(static all => all.entry.Range))).Credentials
                    : [],
                static credential => Assert.Empty(credential.Scopes)
            );
        }

        Assert.InRange(edited, 300, int.MaxValue);
    }

    [Theory]
    [InlineData("{ 'scopes': ['a', 'b', 'c'] }", "a", "{ 'scopes': ['b', 'c'] }")]
    [InlineData("{ 'scopes': ['a', 'b', 'c'] }", "b", "{ 'scopes': ['a', 'c'] }")]
    [InlineData("{ 'scopes': ['a' /* first */, 'c'] }", "c", "{ 'scopes': ['a' /* first */] }")]
    [InlineData("{ 'scopes': ['a', /* last */ 'c'] }", "a", "{ 'scopes': [/* last */ 'c'] }")]
    [InlineData("{ 'scopes': ['a',] }", "a", "{ 'scopes': [] }")]
    [InlineData(
        "{\n  'scopes': [\n    // all\n    'a', // by Ann\n    'b' // by Bob\n  ]\n}\n",
        "b",
        "{\n  'scopes': [\n    // all\n    'a' // by Ann\n  ]\n}\n"
    )]
    [InlineData("{\r\n  'scopes': [\r\n    'a', // by Ann\r\n    'b',\r\n  ]\r\n}", "a", "{\r\n  'scopes': [\r\n    'b',\r\n  ]\r\n}")]
    [InlineData("{ 'scopes': ['a', 'b'", "a", "{ 'scopes': ['a', 'b'")]
    public void A_removal_leaves_the_rest_as_it_was(string before, string scope, string after)
    {
        var text = before.Replace('\'', '"');
        var entry = text.IndexOf($"\"{scope}\"", StringComparison.Ordinal);

        Assert.Equal(after.Replace('\'', '"'), ManifestEditor.RemoveScopes(text, [new(entry, scope.Length + 2)]));
    }

    [Fact]
    public void A_scope_that_stands_there_is_not_added()
    {
        const string text = """{ "scopes": ["a"] }""";

        Assert.Equal(text, ManifestEditor.AddScopes(text, "", ["a"]));
    }

    [Fact]
    public void A_credential_that_the_manifest_does_not_have_is_added()
    {
        const string text = """{ "credentials": { "admin": [] } }""";

        Assert.Equal("""{ "credentials": { "admin": [], "platform": ["a"] } }""", ManifestEditor.AddScopes(text, "platform", ["a"]));
        Assert.Equal("""{ "credentials": { "admin": [] }, "scopes": ["a"] }""", ManifestEditor.AddScopes(text, "", ["a"]));
    }

    [Theory]
    [InlineData("""{ "scopes": ["A", "b"] }""", """{ "scopes": ["A", "C", "b"] }""")]
    [InlineData("""{ "scopes": ["a", "B"] }""", """{ "scopes": ["a", "B", "C"] }""")]
    [InlineData("""{ "scopes": ["B", "a"] }""", """{ "scopes": ["B", "C", "a"] }""")]
    [InlineData("""{ "scopes": ["b", "A"] }""", """{ "scopes": ["b", "A", "C"] }""")]
    public void A_list_keeps_the_order_that_it_has(string before, string after) =>
        Assert.Equal(after, ManifestEditor.AddScopes(before, "", ["C"]));

    [Fact]
    public void A_scope_is_renamed_wherever_it_stands()
    {
        Assert.Equal(
            """{ "scopes": ["b", /* a */ "c"], "credentials": { "user": ["b"] }, "reserved": ["b"] }""",
            ManifestEditor.RenameScope(
                """{ "scopes": ["a", /* a */ "c"], "credentials": { "user": ["a"] }, "reserved": ["a"] }""",
                "a",
                "b"
            )
        );
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
