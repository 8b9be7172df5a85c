using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>What production used, by the tags of its telemetry.</summary>
public sealed class ObservedUsageTests
{
    [Fact]
    public async Task Rows_of_one_scope_add_up()
    {
        var usage = await ReadAsync(
            """
            { "usage": [
              { "credential": "platform", "scopes": "A; B", "calls": 2 },
              { "credential": "platform", "scopes": "B", "calls": 3 },
              { "credential": "", "scopes": "B", "calls": 5 },
              { "scopes": "", "calls": 7 },
              { "credential": "data", "resource": "Contacts", "scopes": "B", "calls": 11 }
            ] }
            """
        );

        Assert.Equal(
            new Dictionary<ScopeOnCredential, long>
            {
                [new("platform", "A")] = 2,
                [new("platform", "B")] = 5,
                [new(null, "B")] = 5,
                [new("data", "B", "Contacts")] = 11,
            },
            usage.Calls
        );
    }

    // Telemetry that does not record the credential or the table must not lead to the claim that a scope was never used.
    [Theory]
    [InlineData("data", "Contacts", true)]
    [InlineData("data", null, true)]
    [InlineData(null, null, true)]
    [InlineData("admin", null, false)]
    [InlineData("data", "Orders", false)]
    public void What_telemetry_does_not_name_may_be_any(string? credential, string? resource, bool isSeen)
    {
        var needs = new ScopeLock([new("bot", [new(new("data", "rows:read", "Contacts"), [])])]);
        var usage = new ObservedUsage(new Dictionary<ScopeOnCredential, long> { [new(credential, "rows:read", resource)] = 1 });

        Assert.Equal((isSeen, isSeen), (!usage.Unseen(needs).Any(), !usage.Unexplained(needs).Any()));
    }

    [Theory]
    [InlineData("{}", "'usage' is missing, or is not an array.")]
    [InlineData("[]", "'usage' is missing, or is not an array.")]
    [InlineData("""{ "usage": {} }""", "'usage' is missing, or is not an array.")]
    [InlineData("""{ "usage": [1] }""", "'calls' is missing, or is not a number.")]
    [InlineData("""{ "usage": [{ "scopes": "A" }] }""", "'calls' is missing, or is not a number.")]
    [InlineData("""{ "usage": [{ "calls": 1 }] }""", "'scopes' is missing, or is not a string.")]
    [InlineData("""{ "usage": [{ "scopes": "A", "calls": "1" }] }""", "'calls' is missing, or is not a number.")]
    [InlineData("""{ "usage": [{ "scopes": "A", "calls": 1.5 }] }""", "'calls' must be a whole number that is not negative.")]
    [InlineData("""{ "usage": [{ "scopes": "A", "calls": -1 }] }""", "'calls' must be a whole number that is not negative.")]
    [InlineData("""{ "usage": [{ "scopes": ["A"], "calls": 1 }] }""", "'scopes' is missing, or is not a string.")]
    [InlineData("""{ "usage": [{ "scopes": "A", "calls": 1, "credential": 2 }] }""", "'credential' is not a string.")]
    public async Task Anything_else_is_refused_with_an_example(string text, string why) =>
        Assert.EndsWith(
            """usage.json does not have the totals of korexo.scopes, such as { "usage": [{ "credential": "platform", "scopes": "A; B", "calls": 12 }] }: """
                + why,
            (await Assert.ThrowsAsync<CommandException>(() => ReadAsync(text))).Message,
            StringComparison.Ordinal
        );

    private static async Task<ObservedUsage> ReadAsync(string text)
    {
        using var folder = new SpecFolder().Write("usage.json", text);
        return await ObservedUsage.ReadAsync(new FileInfo(folder.File("usage.json")), default);
    }
}
