using System.Text.Json.Nodes;
using KoreXo.Cli.Locks;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>What grew since a base, and what production used.</summary>
public sealed class GrowthTests
{
    private static readonly ScopeOnCredential Read = new("platform", "files:read");
    private static readonly ScopeOnCredential Rows = new("data", "rows:read", "Contacts");

    [Fact]
    public void A_new_scope_a_new_entry_point_and_what_is_gone_are_told_apart()
    {
        var before = Lock(Scope(Read, "Start"), Scope(new("platform", "old"), "Start"));
        var now = Lock(Scope(Read, "GET /", "Start"), Scope(Rows, "Start"), Scope(new("platform", "dead")));

        var growth = ScopeGrowth.Compare(now, before);

        Assert.Equal(["rows:read", "dead"], growth.Added.Select(static row => row.Scope.Scope.Scope));
        Assert.Equal(["GET /"], Assert.Single(growth.Reached).Scope.Entries.Select(static entry => entry.Title));
        Assert.Equal(["old"], growth.Removed.Select(static row => row.Scope.Scope));
    }

    [Theory]
    [InlineData("data", null, "data", "Contacts", false)]
    [InlineData("data", "Contacts", "data", "Orders", true)]
    [InlineData("data", "Contacts", "data", null, true)]
    [InlineData("data", null, "admin", null, true)]
    [InlineData("data", null, null, null, true)]
    public void A_scope_is_new_unless_the_base_has_it_on_as_much(string? before, string? on, string? now, string? nowOn, bool isNew)
    {
        var growth = ScopeGrowth.Compare(
            Lock(Scope(new(now, "rows:read", nowOn), "Start")),
            Lock(Scope(new(before, "rows:read", on), "Start"))
        );

        Assert.Equal((isNew, isNew), (growth.Added.Count == 1, growth.Removed.Count == 1));
    }

    [Fact]
    public void Moved_code_and_other_paths_are_no_growth()
    {
        var before = Lock(new LockedScope(Read, [new("Start", "Main", "App", ["Main > Get"])]));
        var now = Lock(new LockedScope(Read, [new("Start", "Main", "App", ["Main > Helper > Get"])]));

        var growth = ScopeGrowth.Compare(now, before);

        Assert.Equal((0, 0, 0), (growth.Added.Count, growth.Reached.Count, growth.Removed.Count));
    }

    [Fact]
    public void The_report_for_people_has_a_section_for_each_finding()
    {
        var now = Lock(Scope(Read, "GET /", "Main"), Scope(Rows));
        var report = new GrowthReport(
            now,
            ScopeGrowth.Compare(now, Lock(Scope(Read, "Main"), Scope(new("platform", "old")))),
            ["App 'bot' requires or is granted 'a*b', which has no owner in the policy."],
            new ObservedUsage(new Dictionary<ScopeOnCredential, long> { [Read] = 3, [new(null, "mail|send")] = 1 })
        );

        Assert.True(report.HasFaults);
        Assert.Equal(
            """

            ## New scopes

            - bot: `rows:read` on `Contacts` (data), not reached from any entry point

            ## New entry points for known scopes

            - bot: `files:read` (platform), route `GET /`: `GET / > Get`

            ## No longer required

            - bot: `old` (platform)

            ## Policy

            - App 'bot' requires or is granted 'a\*b', which has no owner in the policy.

            ## Required, but never observed

            - bot: `rows:read` on `Contacts` (data)

            ## Observed, but not required by any code

            - `mail\|send`, 1 call

            """.ReplaceLineEndings("\n"),
            report.ToMarkdown()
        );
    }

    [Fact]
    public void The_report_for_programs_has_the_same()
    {
        var now = Lock(Scope(Read, "Main"), Scope(Rows));
        var json = new JsonObject();

        new GrowthReport(
            now,
            ScopeGrowth.Compare(now, Lock()),
            ["violated"],
            new ObservedUsage(new Dictionary<ScopeOnCredential, long> { [new("data", "rows:write", "Contacts")] = 7 })
        ).AddTo(json);

        Assert.Equal(
            """{"added":[{"app":"bot","credential":"platform","scope":"files:read","entryPoints":["Main"]},{"app":"bot","credential":"data","scope":"rows:read","entryPoints":[],"resource":"Contacts"}],"reached":[],"removed":[]}""",
            json["growth"]!.ToJsonString()
        );
        Assert.Equal(["files:read", "rows:read"], json["unobserved"]!.AsArray().Select(static row => row!["scope"]!.GetValue<string>()));
        Assert.Equal(
            """[{"credential":"data","scope":"rows:write","calls":7,"resource":"Contacts"}]""",
            json["unexplained"]!.ToJsonString()
        );
        Assert.Equal("""["violated"]""", json["policy"]!.ToJsonString());
    }

    [Fact]
    public void Without_growth_a_base_is_confirmed_and_without_a_base_nothing_is_said()
    {
        var now = Lock(Scope(Read, "Main"));

        Assert.Equal("\nNo scope is new since the base.\n", new GrowthReport(now, ScopeGrowth.Compare(now, now), [], null).ToMarkdown());
        Assert.Equal("", new GrowthReport(now, null, [], null).ToMarkdown());
        Assert.False(new GrowthReport(now, ScopeGrowth.Compare(Lock(), now), [], null).HasFaults);
    }

    private static ScopeLock Lock(params LockedScope[] scopes) => new([new LockedApp("bot", scopes)]);

    private static LockedScope Scope(ScopeOnCredential scope, params string[] entries) =>
        new(scope, [.. entries.Select(static title => new LockedEntry("Route", title, "App", [$"{title} > Get"]))]);
}
