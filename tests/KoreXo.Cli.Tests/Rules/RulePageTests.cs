using KoreXo.Analyzers;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Rules;

namespace KoreXo.Cli.Tests.Rules;

/// <summary>The pages of the rules, as the tool carries them.</summary>
public sealed class RulePageTests
{
    [Fact]
    public void Every_rule_of_the_analyzers_has_a_page_with_its_title_and_severity() =>
        Assert.All(
            new ScopeAnalyzer().SupportedDiagnostics,
            static rule =>
            {
                var page = RulePage.Get(rule.Id);
                Assert.Equal(rule.Id, page.Id);
                Assert.Equal(rule.DefaultSeverity.ToString().ToLowerInvariant(), page.Severity.Split(' ')[0]);
                Assert.Equal(!rule.IsEnabledByDefault, page.Severity.EndsWith(" (off by default)", StringComparison.Ordinal));
            }
        );

    [Fact]
    public void Pages_are_ordered_and_each_is_there_once() =>
        Assert.Equal(
            RulePage.All.Select(static page => page.Id).Order(StringComparer.Ordinal).Distinct(),
            RulePage.All.Select(static page => page.Id)
        );

    [Fact]
    public void A_page_begins_with_its_title_and_has_no_line_ends_of_Windows() =>
        Assert.All(
            RulePage.All,
            static page =>
            {
                Assert.StartsWith($"# {page.Id}: {page.Title}\n", page.Text, StringComparison.Ordinal);
                Assert.DoesNotContain('\r', page.Text);
            }
        );

    [Theory]
    [InlineData("KXO1001")]
    [InlineData("kxo1001")]
    [InlineData("Kxo1001")]
    [InlineData("1001")]
    public void A_rule_is_found_by_its_number(string id) => Assert.Equal("KXO1001", RulePage.Get(id).Id);

    [Theory]
    [InlineData("")]
    [InlineData("KXO")]
    [InlineData("١٠٠١")]
    [InlineData("KXO1001\n")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_no_rule(string id) =>
        Assert.StartsWith(
            $"There is no rule '{id}'",
            Assert.Throws<CommandException>(() => RulePage.Get(id)).Message,
            StringComparison.Ordinal
        );
}
