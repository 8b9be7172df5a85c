using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>How an app stands to a scope of its calls.</summary>
public sealed class ScopeRowTests
{
    [Theory]
    [InlineData("Missing", "not granted")]
    [InlineData("Suppressed", "missing; the warning is suppressed")]
    [InlineData("Guarded", "not granted; checked by a guard")]
    [InlineData("Declared", "not granted; declared by the caller")]
    [InlineData("Held", "not granted; another scope suffices")]
    [InlineData("NothingNeeded", "not granted; required for some arguments only")]
    public void A_scope_that_is_not_granted_says_why_nothing_is_missing(string state, string expected) =>
        Assert.Equal(expected, State([], [], Enum.Parse<CallState>(state)));

    // The state of the call in one framework is Held, in another Guarded: a reader must see the weaker one.
    [Fact]
    public void The_worst_of_several_calls_counts() =>
        Assert.Equal("not granted; checked by a guard", State([], [], CallState.Held, CallState.Guarded, CallState.NothingNeeded));

    [Theory]
    [InlineData("platform", "files:read", null, "granted")]
    [InlineData("", "files:read", null, "granted")]
    [InlineData("platform", "files:read", "Contacts", "granted")]
    [InlineData("platform", "files:read", "Orders", "not granted")]
    [InlineData("admin", "files:read", null, "not granted")]
    [InlineData("platform", "files:write", null, "not granted")]
    public void A_grant_counts_for_its_credential_and_resource(string credential, string scope, string? resource, string expected) =>
        Assert.Equal(expected, State([new(credential, scope, resource)], [], CallState.Missing));

    [Fact]
    public void A_missing_scope_stands_out() =>
        Assert.Equal("**missing**", State([], [new("platform", "files:read", "Contacts")], CallState.Missing));

    private static string State(ScopeOnCredential[] holds, ScopeOnCredential[] missing, params CallState[] states) =>
        Assert
            .Single(
                ScopeRow.Of(
                    new ReportedApp("bot", "bot.scopes.json", holds, missing, []),
                    [
                        .. states.Select(
                            (state, line) =>
                                new ReportedCall(
                                    "IFiles.GetAsync",
                                    "Program.cs",
                                    line,
                                    1,
                                    ["App"],
                                    [new("platform", ["files:read"], IsConditional: false, "Contacts")],
                                    [new("bot", state, null, [])]
                                )
                        ),
                    ]
                )
            )
            .State;
}
