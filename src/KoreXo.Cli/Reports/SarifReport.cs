using System.Text.Json.Nodes;
using KoreXo.Analyzers;
using KoreXo.Cli.Rules;
using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Reports;

/// <summary>Writes the findings as SARIF 2.1.0, which code hosts show next to the code.</summary>
internal static class SarifReport
{
    public const string Schema = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/sarif-schema-2.1.0.json";

    public static string Write(ScopeReport report)
    {
        var rules = new ScopeAnalyzer().SupportedDiagnostics;
        return JsonText.Write(
            new JsonObject
            {
                ["$schema"] = Schema,
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(
                    new JsonObject
                    {
                        ["tool"] = new JsonObject
                        {
                            ["driver"] = new JsonObject
                            {
                                ["name"] = "korexo",
                                ["version"] = typeof(SarifReport).Assembly.GetName().Version?.ToString(3),
                                ["rules"] = new JsonArray([.. rules.Select(JsonNode (rule) => Rule(rule))]),
                            },
                        },
                        // Roslyn counts columns in UTF-16 code units: an emoji takes two.
                        ["columnKind"] = "utf16CodeUnits",
                        ["results"] = new JsonArray([
                            .. report.Findings.Select(JsonNode (finding) => Result(finding, rules.IndexOf(finding.Rule))),
                        ]),
                    }
                ),
            }
        );
    }

    /// <summary>Gets the address of a file relative to the solution.</summary>
    public static string Address(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    private static JsonObject Rule(DiagnosticDescriptor rule) =>
        new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = Message(rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ["help"] = Help(RulePage.Get(rule.Id).Text),
            ["defaultConfiguration"] = new JsonObject { ["enabled"] = rule.IsEnabledByDefault, ["level"] = Level(rule) },
        };

    private static JsonObject Result(Finding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = rule,
            ["level"] = Level(finding.Rule),
            ["message"] = Message(ShownText.From(finding.Message)),
        };
        if (finding.File is not null)
        {
            result["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = new JsonObject { ["uri"] = Address(finding.File) },
                        ["region"] = new JsonObject
                        {
                            ["startLine"] = finding.Span.Start.Line + 1,
                            ["startColumn"] = finding.Span.Start.Character + 1,
                            ["endLine"] = finding.Span.End.Line + 1,
                            ["endColumn"] = finding.Span.End.Character + 1,
                        },
                    },
                }
            );
        }

        return result;
    }

    // SARIF viewers show one or the other.
    private static JsonObject Help(string page) => new() { ["text"] = page, ["markdown"] = page };

    private static JsonObject Message(string text) => new() { ["text"] = text };

    private static string Level(DiagnosticDescriptor rule) =>
        rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };
}
