using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The phrases of the report about entry points.</summary>
public sealed class WhyTextTests
{
    [Theory]
    [InlineData(nameof(EntryPointKind.Main), "Start")]
    [InlineData(nameof(EntryPointKind.Route), "Route")]
    [InlineData(nameof(EntryPointKind.Middleware), "Middleware")]
    [InlineData(nameof(EntryPointKind.HostedService), "Hosted service")]
    [InlineData(nameof(EntryPointKind.Timer), "Timer")]
    [InlineData(nameof(EntryPointKind.EventHandler), "Event handler")]
    [InlineData(nameof(EntryPointKind.PublicMember), "Public member")]
    [InlineData(nameof(EntryPointKind.Test), "Test")]
    public void Each_kind_of_entry_point_has_a_name(string kind, string expected) =>
        Assert.Equal(expected, WhyText.Kind(Enum.Parse<EntryPointKind>(kind)));

    [Fact]
    public void Alternatives_are_joined_by_or_and_what_is_needed_together_by_and() =>
        Assert.Equal(
            "a and b on Contacts (data) or c or d (admin), for some arguments",
            WhyText.Needs([
                new ReportedNeed("data", ["a", "b"], IsConditional: false, "Contacts"),
                new ReportedNeed(null, ["c"], IsConditional: false),
                new ReportedNeed("admin", ["d"], IsConditional: true),
            ])
        );

    [Fact]
    public void Without_alternatives_nothing_is_needed() => Assert.Equal("nothing", WhyText.Needs([]));

    [Fact]
    public void What_a_library_declares_is_joined_by_and() =>
        Assert.Equal(
            "a and b on Contacts",
            WhyText.Declared([new ScopeOnCredential(null, "a"), new ScopeOnCredential("x", "b", "Contacts")])
        );
}
