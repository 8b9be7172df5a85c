using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Why;

/// <summary>Writes the report as SARIF 2.1.0: a result for each call of each entry point, with the path to it as a code flow.</summary>
internal static class WhySarif
{
    public static string Write(WhyReport report) =>
        JsonText.Write(
            new JsonObject
            {
                ["$schema"] = SarifReport.Schema,
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(
                    new JsonObject
                    {
                        ["tool"] = new JsonObject
                        {
                            ["driver"] = new JsonObject
                            {
                                ["name"] = "korexo",
                                ["version"] = typeof(WhySarif).Assembly.GetName().Version?.ToString(3),
                                ["rules"] = new JsonArray(
                                    Rule("scoped-call", "An entry point reaches a call that requires a scope."),
                                    Rule("unknown-call", "An entry point reaches code that cannot be analyzed."),
                                    Rule("unreached-call", "No entry point reaches a call that requires a scope.")
                                ),
                            },
                        },
                        ["columnKind"] = "utf16CodeUnits",
                        ["results"] = new JsonArray([.. report.Entries.SelectMany(Results), .. report.Unreached.Select(Unreached)]),
                    }
                ),
            }
        );

    private static IEnumerable<JsonNode?> Results(WhyEntry entry) =>
        [
            .. entry.Calls.Select(call =>
                Result(
                    "scoped-call",
                    $"{entry.Title} calls {call.Member}, which requires {WhyText.Needs(call.Needs)}.",
                    call.Place,
                    call.Chain
                )
            ),
            .. entry.Unknown.Select(use => Result("unknown-call", $"{entry.Title} runs {use.Reason}.", use.Place, use.Chain)),
        ];

    private static JsonNode? Unreached(WhyCall call) =>
        Result("unreached-call", $"{call.Member} requires {WhyText.Needs(call.Needs)}.", call.Place, call.Chain);

    private static JsonObject Rule(string id, string text) => new() { ["id"] = id, ["shortDescription"] = Message(text) };

    private static JsonObject Result(string rule, string message, WhyPlace place, IReadOnlyList<WhyStep> chain)
    {
        var result = new JsonObject
        {
            ["ruleId"] = rule,
            ["level"] = "note",
            ["message"] = Message(message),
            ["locations"] = new JsonArray(Location(place, text: null)),
        };
        var steps = chain.Where(static step => step.Place is not null).ToList();
        if (steps.Count > 0)
        {
            var locations = steps.Select(static JsonNode (step) => new JsonObject { ["location"] = Location(step.Place!, step.Function) });
            var flow = new JsonObject { ["locations"] = new JsonArray([.. locations]) };
            result["codeFlows"] = new JsonArray(new JsonObject { ["threadFlows"] = new JsonArray(flow) });
        }

        return result;
    }

    private static JsonObject Location(WhyPlace place, string? text)
    {
        var location = new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = SarifReport.Address(place.File) },
                ["region"] = new JsonObject { ["startLine"] = place.Line, ["startColumn"] = place.Column },
            },
        };
        if (text is not null)
        {
            location["message"] = Message(text);
        }

        return location;
    }

    private static JsonObject Message(string text) => new() { ["text"] = ShownText.From(text) };
}
