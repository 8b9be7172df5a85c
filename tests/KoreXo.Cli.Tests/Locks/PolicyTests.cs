using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>What the owners of a solution allow its apps.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData("files:read", "", "")]
    [InlineData("files:delete", "", "which the policy forbids ('*:delete')")]
    [InlineData("Files:Delete", "", "")]
    [InlineData("admin", "", "which the policy forbids ('admin')")]
    [InlineData("administrator", "", "")]
    [InlineData("files:read", "files:*", "")]
    [InlineData("users:read", "files:*", "which has no owner in the policy")]
    [InlineData("users:delete", "files:*", "which the policy forbids ('*:delete')|which has no owner in the policy")]
    public async Task A_scope_is_compared_with_the_patterns(string scope, string owned, string expected)
    {
        var owners = owned.Length == 0 ? "" : $", \"owners\": {{ \"{owned}\": \"team\" }}";
        var policy = await ReadAsync($$"""{ "$schema": "x", "never": ["*:delete", "admin"]{{owners}} }""");

        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(end => $"App 'bot' requires or is granted '{scope}', {end}."),
            policy.Judge(Lock(new(null, scope)), Report())
        );
    }

    [Fact]
    public async Task What_a_manifest_is_granted_counts_too_and_each_scope_once()
    {
        var policy = await ReadAsync("""{ "never": ["*"] }""");

        Assert.Equal(
            [
                "App 'bot' requires or is granted 'files:read', which the policy forbids ('*').",
                "App 'bot' requires or is granted 'rows:read' on 'Contacts', which the policy forbids ('*').",
            ],
            policy.Judge(Lock(new("platform", "files:read")), Report(new("", "files:read"), new("data", "rows:read", "Contacts")))
        );
    }

    [Theory]
    [InlineData("""{ "nevr": [] }""", "'nevr' is unknown; a policy has \"never\" and \"owners\".")]
    [InlineData("""{ "never": [null] }""", "a scope or owner must be a string, not null.")]
    [InlineData("""{ "never": "admin" }""", "\"never\" must be an array, not string.")]
    [InlineData("""{ "owners": { "a": null } }""", "a scope or owner must be a string, not null.")]
    [InlineData("""{ "owners": { "a": "x", "a": "y" } }""", "")]
    [InlineData("[]", "a policy must be an object, not array.")]
    [InlineData("{", "")]
    public async Task Something_else_is_no_policy(string text, string why)
    {
        var message = (await Assert.ThrowsAsync<CommandException>(() => ReadAsync(text))).Message;

        Assert.Contains("policy.json is not a policy: ", message, StringComparison.Ordinal);
        Assert.EndsWith(why, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_read() =>
        Assert.StartsWith(
            Path.GetFullPath("none.json") + " cannot be read: ",
            (await Assert.ThrowsAsync<CommandException>(() => ScopePolicy.ReadAsync(new FileInfo("none.json"), default))).Message,
            StringComparison.Ordinal
        );

    private static async Task<ScopePolicy> ReadAsync(string text)
    {
        using var folder = new SpecFolder().Write("policy.json", text);
        return await ScopePolicy.ReadAsync(new FileInfo(folder.File("policy.json")), default);
    }

    private static ScopeLock Lock(ScopeOnCredential scope) => new([new LockedApp("bot", [new LockedScope(scope, [])])]);

    private static ScopeReport Report(params ScopeOnCredential[] holds) =>
        new("App.csproj", ["App"], [new("bot", "bot.scopes.json", holds, [], [])], [], [], [], []);
}
