using KoreXo.Cli.Locks;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>The patterns of a policy: a star stands for any characters, and everything else for itself.</summary>
public sealed class ScopePolicyTests
{
    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("*", "", true)]
    [InlineData("files:*", "files:", true)]
    [InlineData("files:*", "files:read:all", true)]
    [InlineData("*:read", "files:read", true)]
    [InlineData("*:read", "files:read.bot", false)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*b*c", "a1b2b3c", true)]
    [InlineData("a*b*c", "a1c2b", false)]
    [InlineData("**", "x", true)]
    [InlineData("files:read", "files:read", true)]
    [InlineData("files:read", "files:read ", false)]
    [InlineData("Files:*", "files:read", false)]
    [InlineData("", "files:read", false)]
    [InlineData("search?", "searchx", false)]
    [InlineData("search?", "search?", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("[ab]", "a", false)]
    [InlineData("a<b>\"c", "a<b>\"c", true)]
    [InlineData("DOM\\*", "DOM\\users", true)]
    [InlineData("a\\b", "a\\b", true)]
    [InlineData("größe*", "größe:lesen", true)]
    [InlineData("a*a", "a", false)]
    public void A_pattern_matches_the_whole_name(string pattern, string scope, bool expected) =>
        Assert.Equal(expected ? 1 : 0, Judge(new ScopePolicy([pattern], new Dictionary<string, string>()), scope).Count);

    [Fact]
    public void A_scope_that_several_patterns_forbid_is_reported_once_with_the_first() =>
        Assert.Equal(
            ["App 'bot' requires or is granted 'files:read', which the policy forbids ('files:*')."],
            Judge(new ScopePolicy(["files:*", "*"], new Dictionary<string, string>()), "files:read")
        );

    [Fact]
    public void A_policy_without_owners_asks_for_none() =>
        Assert.Empty(Judge(new ScopePolicy([], new Dictionary<string, string>()), "files:read"));

    [Fact]
    public void Violations_are_ordered_by_app_scope_and_resource()
    {
        var policy = new ScopePolicy(["*"], new Dictionary<string, string>());
        var needs = new ScopeLock([
            new LockedApp("b", [new(new(null, "x"), [])]),
            new LockedApp(
                "a",
                [new(new("data", "y", "Z"), []), new(new("data", "y", "A"), []), new(new("data", "y"), []), new(new(null, "x"), [])]
            ),
        ]);

        Assert.Equal(
            ["a'x'", "a'y'", "a'y' on 'A'", "a'y' on 'Z'", "b'x'"],
            policy
                .Judge(needs, new ScopeReport("App.csproj", [], [], [], [], [], []))
                .Select(static line =>
                    line[5..line.IndexOf(',', StringComparison.Ordinal)].Replace("' requires or is granted ", "", StringComparison.Ordinal)
                )
        );
    }

    private static IReadOnlyList<string> Judge(ScopePolicy policy, string scope) =>
        policy.Judge(
            new ScopeLock([new LockedApp("bot", [new LockedScope(new ScopeOnCredential(null, scope), [])])]),
            new ScopeReport("App.csproj", [], [], [], [], [], [])
        );
}
