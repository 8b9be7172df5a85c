using KoreXo.Package.Tests.Guides;
using KoreXo.Simulator;

namespace KoreXo.Package.Tests.Programs;

/// <summary>What goes wrong in a first hour says what happened, where, and what to do.</summary>
[Collection(ProgramGroup.Name)]
public sealed class FailureTests(ProgramProject programs)
{
    /// <summary>The failure, the type of its exception, and what its message has to name.</summary>
    private static readonly (string What, string Exception, string[] Words)[] Expected =
    [
        ("short secret", "ArgumentException", ["5 bytes", "HS256", "32"]),
        ("wrong secret", "KoreXoAuthenticationException", ["POST", "/findIntent", "401", "signature"]),
        ("wrong client id", "KoreXoAuthenticationException", ["401", "cs-nobody"]),
        ("plain http", "ArgumentException", ["Endpoint", "https"]),
        ("no endpoint", "ArgumentException", ["Endpoint", "https://"]),
        ("no credential", "KoreXoAuthenticationException", ["/findIntent", "Credentials[\"platform\"]"]),
        ("misspelt kind", "KoreXoAuthenticationException", ["platfrom", "Credentials[\"platform\"]"]),
        ("missing scope", "KoreXoScopeException", ["403", "Intent and Entity Detection", "platform"]),
        ("wrong kind of app", "KoreXoAuthenticationException", ["/publish", "Credentials[\"admin\"]", "Bot Publish > Publish"]),
        ("unknown bot", "KoreXoNotFoundException", ["404", "st-nobody"]),
        ("empty bot id", "ArgumentException", ["empty", "botId"]),
        ("unknown table", "KoreXoNotFoundException", ["404", "Nowhere"]),
        ("damaged resume token", "ArgumentException", ["resume token"]),
        ("damaged continuation", "ArgumentException", ["continuation"]),
        ("cancelled", "OperationCanceledException", ["cancel"]),
        ("rate limit", "KoreXoRateLimitException", ["/findIntent", "'bot'", "MaxRateLimitWait"]),
    ];

    [Fact]
    public async Task Each_failure_names_its_cause_its_place_and_its_repair()
    {
        await using var account = await SimulatedAccount.StartAsync();
        var poor = account.Platform.AddApp(AppKind.Platform, "Bot Sessions");
        account.Variables["XO_POOR_ID"] = poor.ClientId;
        account.Variables["XO_POOR_SECRET"] = poor.ClientSecret;

        var failures = (await programs.RunAsync(account, "Failures"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(" | ", 3))
            .ToList();

        Assert.Equal(
            Expected.Select(static failure => (failure.What, failure.Exception)),
            failures.Select(static failure => (failure[0], failure[1]))
        );
        Assert.All(
            Expected.Zip(failures),
            static pair => Assert.All(pair.First.Words, word => Assert.Contains(word, pair.Second[2], StringComparison.OrdinalIgnoreCase))
        );
    }
}
