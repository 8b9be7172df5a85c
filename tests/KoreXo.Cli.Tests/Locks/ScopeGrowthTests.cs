using KoreXo.Cli.Locks;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>What is new since a base, scope by scope.</summary>
public sealed class ScopeGrowthTests
{
    private static readonly ScopeOnCredential Everywhere = new("data", "rows:read");
    private static readonly ScopeOnCredential Contacts = new("data", "rows:read", "Contacts");
    private static readonly ScopeOnCredential Orders = new("data", "rows:read", "Orders");

    [Fact]
    public void The_same_lock_has_not_grown() =>
        Assert.Equal("", Compare(Lock("bot", Scope(Contacts, "GET /")), Lock("bot", Scope(Contacts, "GET /"))));

    [Fact]
    public void The_order_of_apps_scopes_and_entry_points_does_not_matter() =>
        Assert.Equal(
            "",
            Compare(
                new([App("a", Scope(Orders, "1", "2"), Scope(Contacts, "3")), App("b")]),
                new([App("b"), App("a", Scope(Contacts, "3"), Scope(Orders, "2", "1"))])
            )
        );

    [Fact]
    public void A_scope_of_another_app_is_new() =>
        Assert.Equal(
            "+b rows:read Contacts",
            Compare(new([App("a", Scope(Contacts)), App("b", Scope(Contacts))]), Lock("a", Scope(Contacts)))
        );

    [Fact]
    public void An_app_that_is_gone_needs_nothing_any_more() =>
        Assert.Equal(
            "-b rows:read Contacts",
            Compare(Lock("a", Scope(Contacts)), new([App("a", Scope(Contacts)), App("b", Scope(Contacts))]))
        );

    [Fact]
    public void What_is_needed_on_one_resource_instead_of_all_has_not_grown() =>
        Assert.Equal("", Compare(Lock("a", Scope(Contacts, "1"), Scope(Orders, "1")), Lock("a", Scope(Everywhere, "1"))));

    [Fact]
    public void What_is_needed_on_all_resources_instead_of_one_has() =>
        Assert.Equal("+a rows:read |-a rows:read Contacts", Compare(Lock("a", Scope(Everywhere)), Lock("a", Scope(Contacts))));

    [Fact]
    public void A_base_with_both_keeps_the_one_that_is_still_needed() =>
        Assert.Equal("-a rows:read ", Compare(Lock("a", Scope(Contacts)), Lock("a", Scope(Contacts), Scope(Everywhere))));

    [Fact]
    public void A_new_entry_point_on_a_resource_of_all_is_one() =>
        Assert.Equal("~a rows:read Contacts 2", Compare(Lock("a", Scope(Contacts, "1", "2")), Lock("a", Scope(Everywhere, "1"))));

    [Fact]
    public void An_entry_point_is_another_one_in_another_project_and_of_another_kind()
    {
        var before = Lock("a", new LockedScope(Contacts, [new("Route", "GET /", "App", [])]));
        var now = Lock(
            "a",
            new LockedScope(
                Contacts,
                [new("Route", "GET /", "Web", []), new("Test", "GET /", "App", []), new("Route", "GET /", "App", ["x"])]
            )
        );

        Assert.Equal(
            ["Web Route", "App Test"],
            Assert.Single(ScopeGrowth.Compare(now, before).Reached).Scope.Entries.Select(static entry => $"{entry.Project} {entry.Kind}")
        );
    }

    [Fact]
    public void Entry_points_of_a_scope_that_a_merge_left_twice_are_put_together() =>
        Assert.Equal(
            "",
            Compare(
                Lock("a", Scope(Contacts, "1", "2")),
                new([App("a", Scope(Contacts, "1"), Scope(Contacts, "2")), App("a", Scope(Contacts))])
            )
        );

    [Fact]
    public void A_scope_that_loses_its_last_entry_point_is_still_needed() =>
        Assert.Equal("", Compare(Lock("a", Scope(Contacts)), Lock("a", Scope(Contacts, "1"))));

    private static string Compare(ScopeLock now, ScopeLock before)
    {
        var growth = ScopeGrowth.Compare(now, before);
        return string.Join(
            '|',
            [
                .. growth.Added.Select(static row => $"+{row.App} {row.Scope.Scope.Scope} {row.Scope.Scope.Resource}"),
                .. growth.Reached.Select(static row =>
                    $"~{row.App} {row.Scope.Scope.Scope} {row.Scope.Scope.Resource} {string.Join(',', row.Scope.Entries.Select(static entry => entry.Title))}"
                ),
                .. growth.Removed.Select(static row => $"-{row.App} {row.Scope.Scope} {row.Scope.Resource}"),
            ]
        );
    }

    private static ScopeLock Lock(string app, params LockedScope[] scopes) => new([App(app, scopes)]);

    private static LockedApp App(string name, params LockedScope[] scopes) => new(name, scopes);

    private static LockedScope Scope(ScopeOnCredential scope, params string[] entries) =>
        new(scope, [.. entries.Select(static title => new LockedEntry("Route", title, "App", [$"{title} > Get"]))]);
}
