using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A call that no app has the scopes for is not sent, and the message says which are missing.</summary>
public sealed class ScopeTests
{
    [Fact]
    public async Task A_scope_that_the_manifest_lacks_is_told_before_sending_with_the_command_that_adds_it()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var manifest = platform.Write("travel.scopes.json", """{ "app": "travel", "credentials": { "platform": ["Bot Export"] } }""");
        string[] call = ["analytics", "list-sessions", "--bot", platform.Bot.Id, "--manifest", manifest];

        var refused = await platform.CallAsync(call);

        Assert.Equal((3, ""), (refused.ExitCode, refused.Output));
        Assert.Empty(platform.Simulator.Requests);
        var advice = $"korexo scopes add --scope 'Bot Sessions' --credential platform --manifest {manifest}";
        Assert.Contains(advice, refused.Error, StringComparison.Ordinal);

        var added = await Korexo.RunAsync("scopes", "add", "--scope", "Bot Sessions", "--credential", "platform", "--manifest", manifest);
        Assert.Equal(0, added.ExitCode);
        Assert.Equal(0, (await platform.CallAsync(call)).ExitCode);
    }

    [Fact]
    public async Task A_scope_that_the_platform_finds_missing_has_the_same_exit_code()
    {
        await using var platform = await CalledPlatform.StartAsync();
        platform.Apps["platform"].Revoke("Bot Sessions");

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", platform.Bot.Id);

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("Grant 'Bot Sessions' to the platform app", ended.Error, StringComparison.Ordinal);
        Assert.Single(platform.Simulator.Requests);
    }

    [Fact]
    public async Task A_simulated_app_holds_what_the_manifest_says()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var manifest = platform.Write("travel.scopes.json", """{ "app": "travel", "credentials": { "admin": ["Manage Bots"] } }""");

        var ended = await Korexo.RunAsync("call", "analytics", "list-sessions", "--bot", "st-1", "--simulate", "--manifest", manifest);

        Assert.Equal(3, ended.ExitCode);
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_ends_the_call()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var manifest = platform.Write("travel.scopes.json", "{");

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", platform.Bot.Id, "--manifest", manifest);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(manifest, ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    [Fact]
    public async Task A_dry_run_adds_no_scope()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var manifest = platform.Write("travel.scopes.json", """{ "app": "travel", "credentials": { } }""");

        var ended = await Korexo.RunAsync([
            .. new[] { "scopes", "add", "--scope", "Bot Sessions", "--credential", "admin", "--manifest", manifest, "--dry-run" },
        ]);

        Assert.Contains("would be added 'Bot Sessions' (admin)", ended.Output, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(await File.ReadAllTextAsync(manifest))!["credentials"]!.AsObject());
    }
}
