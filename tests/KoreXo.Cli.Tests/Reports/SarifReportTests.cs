using System.Text.Json.Nodes;
using KoreXo.Analyzers;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Cli.Reports;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>The findings, for code hosts.</summary>
public sealed class SarifReportTests
{
    private static readonly JsonNode Run = JsonNode.Parse(SarifReport.Write(ReportedSolution.Report))!["runs"]![0]!;

    [Fact]
    public void The_document_says_what_it_is()
    {
        var document = JsonNode.Parse(SarifReport.Write(ReportedSolution.Empty))!;

        Assert.Equal(
            ("2.1.0", SarifReport.Schema, "utf16CodeUnits", "[]"),
            (
                document["version"]!.GetValue<string>(),
                document["$schema"]!.GetValue<string>(),
                document["runs"]![0]!["columnKind"]!.GetValue<string>(),
                document["runs"]![0]!["results"]!.ToJsonString()
            )
        );
    }

    [Fact]
    public void Each_rule_is_described_once_with_its_page()
    {
        var rules = Run["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.Equal(
            new ScopeAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id),
            rules.Select(static rule => rule!["id"]!.GetValue<string>())
        );
        Assert.All(
            rules,
            static rule =>
            {
                Assert.StartsWith($"# {rule!["id"]}: ", rule["help"]!["markdown"]!.GetValue<string>(), StringComparison.Ordinal);
                Assert.Equal(rule["help"]!["markdown"]!.GetValue<string>(), rule["help"]!["text"]!.GetValue<string>());
            }
        );
    }

    [Fact]
    public void A_finding_points_to_its_rule_and_its_place()
    {
        var result = Run["results"]![0]!;

        Assert.Equal("KXO1001", Run["tool"]!["driver"]!["rules"]![result["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>());
        Assert.Equal(("KXO1001", "warning"), (result["ruleId"]!.GetValue<string>(), result["level"]!.GetValue<string>()));
        Assert.Equal(
            """{"artifactLocation":{"uri":"src/App/Program.cs"},"region":{"startLine":9,"startColumn":5,"endLine":9,"endColumn":21}}""",
            result["locations"]![0]!["physicalLocation"]!.ToJsonString()
        );
    }

    [Fact]
    public void A_finding_about_a_project_has_no_place() => Assert.Null(Run["results"]![1]!["locations"]);

    [Theory]
    [InlineData("two\nlines", "two\\u000Alines")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("'{0}' \"quoted\" \\ <b>", "'{0}' \"quoted\" \\ <b>")]
    public void A_message_is_one_line_whatever_it_quotes(string message, string expected)
    {
        var report = ReportedSolution.Empty with
        {
            Findings = [new(ScopeRules.MissingScope, message, "a b/C#.cs", new LinePositionSpan(new(0, 0), new(2, 0)))],
        };

        var result = JsonNode.Parse(SarifReport.Write(report))!["runs"]![0]!["results"]![0]!;

        Assert.Equal(expected, result["message"]!["text"]!.GetValue<string>());
        Assert.Equal(
            """{"artifactLocation":{"uri":"a%20b/C%23.cs"},"region":{"startLine":1,"startColumn":1,"endLine":3,"endColumn":1}}""",
            result["locations"]![0]!["physicalLocation"]!.ToJsonString()
        );
    }
}
