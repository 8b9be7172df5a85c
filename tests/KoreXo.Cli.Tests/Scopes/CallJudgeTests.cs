using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>Why nothing is missing for a call, or what is.</summary>
public sealed class CallJudgeTests
{
    [Theory]
    [InlineData("f.GetAsync(\"1\")", "\"scopes\": [\"files:read\"]", "Held '' ")]
    [InlineData("f.GetAsync(\"1\")", "\"scopes\": [\"files:all\"]", "Held '' ")]
    [InlineData("f.GetAsync(\"1\")", "\"credentials\": { \"user\": [\"files:read\"] }", "Held 'user' ")]
    [InlineData("f.GetAsync(\"1\")", "\"scopes\": []", "Missing '' files:read")]
    [InlineData("f.GetWithOwnerAsync(\"1\")", "\"scopes\": [\"files:read\"]", "Missing '' users:read")]
    [InlineData(
        "f.GetWithOwnerAsync(\"1\")",
        "\"credentials\": { \"a\": [\"files:read\"], \"b\": [\"users:read\"] }",
        "Missing '' a users:read"
    )]
    [InlineData("f.DeleteAsync(\"1\")", "\"scopes\": [\"admin\"]", "Held '' ")]
    [InlineData("f.PeekAsync(\"1\")", "\"credentials\": { \"user\": [\"files:read.user\"] }", "Held 'user' ")]
    [InlineData("f.PeekAsync(\"1\")", "\"credentials\": { \"user\": [\"files:read.bot\"] }", "Missing '' user files:read.user")]
    [InlineData("f.PingAsync()", "\"scopes\": []", null)]
    [InlineData("f.SearchAsync(\"q\")", "\"scopes\": []", "NothingNeeded '' ")]
    [InlineData("t.ReadAsync(\"Contacts\")", "\"credentials\": { \"data\": { \"Contacts\": [\"rows:read\"] } }", "Held 'data' ")]
    [InlineData(
        "t.ReadAsync(\"Orders\")",
        "\"credentials\": { \"data\": { \"Contacts\": [\"rows:read\"] } }",
        "Missing '' data rows:read Orders"
    )]
    [InlineData("t.ReadAsync(\"Orders\")", "\"credentials\": { \"data\": { \"*\": [\"rows:read\"] } }", "Held 'data' ")]
    [InlineData("t.ReadAsync(\"Orders\")", "\"credentials\": { \"data\": [\"rows:all\"] }", "Held 'data' ")]
    public async Task The_manifest_decides_first(string call, string grants, string? expected) =>
        Assert.Equal(expected, await VerdictAsync($"class P {{ Task A(IFiles f, Tables t) => {call}; }}", grants));

    [Theory]
    [InlineData("[RequiresScopes(\"files:read\")] Task A(IFiles f) => f.GetAsync(\"1\");", "Declared")]
    [InlineData("async Task A(AcmeClient c) { if (c.HasScope(\"files:read\")) await c.Files.GetAsync(\"1\"); }", "Guarded")]
    [InlineData("async Task A(AcmeClient c) { c.DemandScope(\"files:read\"); await c.Files.GetAsync(\"1\"); }", "Guarded")]
    [InlineData("\n#pragma warning disable KXO1001\nTask A(IFiles f) => f.GetAsync(\"1\");", "Suppressed")]
    [InlineData(
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ApiScopes\", \"KXO1001\")] Task A(IFiles f) => f.GetAsync(\"1\");",
        "Suppressed"
    )]
    [InlineData("[RequiresScopes(\"files:write\")] Task A(IFiles f) => f.GetAsync(\"1\");", "Missing")]
    [InlineData("async Task A(AcmeClient c) { if (c.HasScope(\"files:write\")) await c.Files.GetAsync(\"1\"); }", "Missing")]
    public async Task What_is_not_granted_may_be_declared_guarded_or_suppressed(string member, string expected) =>
        Assert.StartsWith(expected + " ", await VerdictAsync($"class P {{ {member} }}", "\"scopes\": []"), StringComparison.Ordinal);

    [Theory]
    [InlineData("async Task A(AcmeClient c) { c.DemandScope(\"files:read\"); await c.Files.GetAsync(\"1\"); }")]
    [InlineData("[RequiresScopes(\"files:read\")] Task A(IFiles f) => f.GetAsync(\"1\");")]
    public async Task What_is_granted_is_said_even_if_it_is_checked_too(string member) =>
        Assert.Equal("Held '' ", await VerdictAsync($"class P {{ {member} }}", "\"scopes\": [\"files:read\"]"));

    private static async Task<string?> VerdictAsync(string code, string grants)
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", code + " static class Start { static void Main() { } }")
            .File("App/bot.scopes.json", $"{{ \"app\": \"bot\", {grants} }}");
        var scan = await ProjectScan.RunAsync(solution.Load(), solution.Get("App"), CancellationToken.None);
        if (scan.Log.Calls.SingleOrDefault() is not { } found)
        {
            return null;
        }

        var verdict = new CallJudge(found, scan.Diagnostics).Judge(scan.Log.Project!.Apps.Apps.Single());
        Assert.Equal("bot", verdict.App);
        var lacks = verdict.Lacks.Select(static lack => $"{lack.Credential} {lack.Scope} {lack.Resource}".Trim());
        return $"{verdict.State} '{verdict.Credential}' {string.Join(',', lacks)}";
    }
}
