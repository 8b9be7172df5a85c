using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace KoreXo.Conventions.Documentation;

/// <summary>
/// Who clicks on an id in the list of errors finds a page that is right. The pages of the analyzers are held by their own tests.
/// </summary>
public sealed partial class RuleTests
{
    private const string CompilerCheck = "generator/KoreXo.Generator/build/KoreXo.Compiler.targets";

    private static readonly string[] Sections = ["## Cause", "## Why", "## Non-compliant", "## Compliant", "## Configuration"];

    public static TheoryData<string> Ids { get; } = new(GeneratorRules.All.Select(static rule => rule.Id));

    [Fact]
    public void Pages_and_rules_are_the_same() =>
        Assert.Equal(
            GeneratorRules
                .All.Select(static rule => rule.Id)
                .Append(BuildRuleId())
                .Select(static id => $"docs/rules/{id}.md")
                .Order(StringComparer.Ordinal),
            Repository.Files(".md", "docs/rules").Where(static file => file.StartsWith("docs/rules/KXO2", StringComparison.Ordinal))
        );

    [Fact]
    public void The_rule_of_the_build_has_a_page()
    {
        var id = BuildRuleId();

        Assert.Equal(Sections, Page(id).Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains(
            $"| [{id}]({id}.md) | {Page(id).Split('\n')[0][$"# {id}: ".Length..]} | error |\n",
            Repository.Read("docs/rules/README.md"),
            StringComparison.Ordinal
        );
        Assert.Contains($" (korexo explain {id})\"", Repository.Read(CompilerCheck), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_title_and_severity_and_has_all_sections(string id)
    {
        var (rule, page) = (GeneratorRules.All.Single(rule => rule.Id == id), Page(id));

        Assert.StartsWith(
            $"# {id}: {rule.Title}\n\nSeverity: {Severity(rule)}. Category: {rule.Category}.\n",
            page,
            StringComparison.Ordinal
        );
        Assert.Equal(Sections, page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.Title} | {Severity(rule)} |\n",
            Repository.Read("docs/rules/README.md"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_in_the_release_notes_once(string id)
    {
        var rule = GeneratorRules.All.Single(rule => rule.Id == id);
        var lines = new[] { "Shipped", "Unshipped" }.SelectMany(static kind =>
            Repository.Read($"generator/KoreXo.Generator/AnalyzerReleases.{kind}.md").Split('\n')
        );

        Assert.Single(lines, $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_message_ends_with_how_to_read_the_page(string id) =>
        Assert.EndsWith($" (korexo explain {id})", Format(id), StringComparison.Ordinal);

    /// <summary>What a message says is in its descriptor; only what differs from one document to the next is an argument.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_message_is_more_than_its_arguments(string id) =>
        Assert.Matches(Word(), Argument().Replace(Format(id).Split(" (korexo ")[0], ""));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_first_example_gives_the_diagnostic_and_nothing_else(string id)
    {
        var reported = RuleExamples.Run(Page(id), 0);

        // A part that is not supported is in the summary of its document too.
        Assert.Equal(id is "KXO2009" or "KXO2017" ? ["KXO2009", "KXO2017"] : [id], reported);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_second_example_gives_none(string id) => Assert.Empty(RuleExamples.Run(Page(id), 1));

    /// <summary>The id that is reported where no generator can report, since the compiler cannot load it.</summary>
    private static string BuildRuleId() => Repository.Read(CompilerCheck).Split("<Error Code=\"")[1].Split('"')[0];

    private static string Page(string id) => Repository.Read($"docs/rules/{id}.md");

    private static string Format(string id) =>
        GeneratorRules.All.Single(rule => rule.Id == id).MessageFormat.ToString(CultureInfo.InvariantCulture);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Argument();

    [GeneratedRegex(@"\p{L}{2}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
