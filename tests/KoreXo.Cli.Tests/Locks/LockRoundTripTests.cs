using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>Locks that were merged, reordered or edited by hand.</summary>
public sealed class LockRoundTripTests
{
    private const string Entry = """{ "project": "App", "kind": "Route", "name": "GET /", "calls": ["GET / > Get"] }""";

    [Theory]
    [InlineData("a\"b\\c")]
    [InlineData("a\nb\u001b\u2028\u202e")]
    [InlineData("größe 生 \U0001F642")]
    [InlineData("Bot Definition > Bot Import")]
    [InlineData("")]
    [InlineData("<script>&amp;'")]
    public void Any_name_survives(string name)
    {
        var needs = new ScopeLock([
            new LockedApp(name, [new LockedScope(new ScopeOnCredential(name, name, name), [new LockedEntry(name, name, name, [name])])]),
        ]);

        var read = LockText.Read(LockText.Write(needs), "scopes.lock");

        Assert.Equal(LockText.Write(needs), LockText.Write(read));
        Assert.Equal(new ScopeOnCredential(name, name, name), read.Apps.Single().Scopes.Single().Scope);
        Assert.Equal((name, name), (read.Apps.Single().Name, read.Apps.Single().Scopes.Single().Entries.Single().Calls.Single()));
    }

    [Fact]
    public void A_lock_ends_with_one_line_end_and_has_those_of_Unix()
    {
        var text = LockText.Write(new ScopeLock([new LockedApp("bot", [])]));

        Assert.Equal("{\n  \"version\": 1,\n  \"apps\": {\n    \"bot\": []\n  }\n}\n", text);
    }

    [Theory]
    [InlineData("""{ "apps": { "bot": [SCOPE] }, "version": 1 }""")]
    [InlineData("""{ "version": 1, "by": "korexo 2", "apps": { "bot": [SCOPE] } }""")]
    [InlineData("\r\n{\"version\":1,\t\"apps\":{\"bot\":[SCOPE]}}\r\n")]
    [InlineData("""{ "version": 1, "apps": { "b\u006ft": [SCOPE] } }""")]
    public void Members_in_another_order_with_others_between_are_read(string text)
    {
        var scope = $$"""{ "entryPoints": [{{Entry}}], "added": "2026-01-01", "credential": "data", "scope": "rows:read" }""";

        var app = LockText.Read(text.Replace("SCOPE", scope, StringComparison.Ordinal), "scopes.lock").Apps.Single();

        Assert.Equal(("bot", new ScopeOnCredential("data", "rows:read")), (app.Name, app.Scopes.Single().Scope));
        Assert.Equal(["GET / > Get"], app.Scopes.Single().Entries.Single().Calls);
    }

    [Fact]
    public void An_app_that_a_merge_left_twice_is_read_twice()
    {
        var read = LockText.Read("""{ "version": 1, "apps": { "bot": [], "bot": [] } }""", "scopes.lock");

        Assert.Equal(["bot", "bot"], read.Apps.Select(static app => app.Name));
    }

    [Theory]
    [InlineData("""{ "version": 1, "apps": {} } trailing""")]
    [InlineData("""{ "version": 1, "apps": {}, }""")]
    [InlineData("""{ "version": 1, /* why */ "apps": {} }""")]
    [InlineData("""{ "version": 1.5, "apps": {} }""")]
    [InlineData("""{ "version": 99999999999, "apps": {} }""")]
    [InlineData("""{ "version": null, "apps": {} }""")]
    [InlineData("""{ "version": 0, "apps": {} }""")]
    [InlineData("""{ "version": -1, "apps": {} }""")]
    [InlineData("""{ "version": 1, "apps": null }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": null } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": ["files:read"] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": 1, "credential": null, "entryPoints": [] }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "credential": null, "entryPoints": null }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "credential": null, "entryPoints": [], "resource": 1 }] } }""")]
    [InlineData("""{ "version": 1, "apps": { "bot": [{ "scope": "a", "credential": null, "entryPoints": [1] }] } }""")]
    public void What_is_no_lock_is_refused_with_what_to_do(string text) =>
        Assert.Matches(
            "^scopes\\.lock is not a lock: .+ Write it again with korexo scopes lock\\.$",
            Assert.Throws<CommandException>(() => LockText.Read(text, "scopes.lock")).Message.ReplaceLineEndings(" ")
        );

    [Theory]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_lock_of_a_later_version_asks_for_the_tool(int version) =>
        Assert.Equal(
            "scopes.lock was written by a later version of korexo. Update the tool.",
            Assert
                .Throws<CommandException>(() =>
                    LockText.Read(FormattableString.Invariant($$"""{ "version": {{version}}, "apps": [1] }"""), "scopes.lock")
                )
                .Message
        );
}
