using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>A report about entry points, narrowed to what was asked for.</summary>
public sealed class WhyFilterTests
{
    [Fact]
    public void Without_a_filter_the_report_stays_as_it_is() =>
        Assert.Same(ReportedReasons.Report, WhyFilter.Apply(ReportedReasons.Report, scope: null, entry: null));

    [Fact]
    public void A_scope_keeps_the_calls_that_require_it_and_what_may()
    {
        var report = WhyFilter.Apply(ReportedReasons.Report, "rows:read", entry: null);

        // Code that cannot be analyzed may need any scope, unless its library declares what it needs.
        Assert.Equal(["GET /rows/{id}: 1 calls, 0 unknown", "Tests.Works: 0 calls, 1 unknown"], Lines(report));
        Assert.Equal(["rows:read"], report.Entries[0].Scopes.Select(static scope => scope.Scope));
        Assert.Empty(report.Unreached);
    }

    [Fact]
    public void A_scope_that_only_a_library_declares_keeps_the_library() =>
        Assert.Equal(
            ["GET /rows/{id}: 0 calls, 1 unknown", "Tests.Works: 0 calls, 1 unknown"],
            Lines(WhyFilter.Apply(ReportedReasons.Report, "mail:send", entry: null))
        );

    [Fact]
    public void A_part_of_a_name_in_any_case_keeps_its_entry_points_alone()
    {
        var report = WhyFilter.Apply(ReportedReasons.Report, scope: null, "get /ROWS");

        Assert.Equal(["GET /rows/{id}: 1 calls, 1 unknown"], Lines(report));
        Assert.Empty(report.Unreached);
    }

    [Theory]
    [InlineData(null, "PUT", "No entry point that reaches a scoped call has 'PUT' in its name.")]
    [InlineData("rows:raed", "GET", "Nothing in Travel.slnx requires the scope 'rows:raed'.")]
    public void A_filter_that_leaves_nothing_is_an_error(string? scope, string entry, string message) =>
        Assert.Equal(message, Assert.Throws<CommandException>(() => WhyFilter.Apply(ReportedReasons.Report, scope, entry)).Message);

    private static IEnumerable<string> Lines(WhyReport report) =>
        report.Entries.Select(static entry =>
            FormattableString.Invariant($"{entry.Title}: {entry.Calls.Count} calls, {entry.Unknown.Count} unknown")
        );
}
