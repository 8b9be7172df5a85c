using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Why;

/// <summary>Writes the report as JSON, for programs. Members are only ever added.</summary>
internal static class WhyJson
{
    public static string Write(WhyReport report) =>
        JsonText.Write(
            new JsonObject
            {
                ["name"] = report.Name,
                ["projects"] = Array(report.Projects, static project => project),
                ["entryPoints"] = Array(report.Entries, Entry),
                ["unreached"] = Array(report.Unreached, Call),
            }
        );

    private static JsonObject Entry(WhyEntry entry) =>
        new()
        {
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()),
            ["title"] = entry.Title,
            ["project"] = entry.Project,
            ["place"] = Place(entry.Place),
            ["scopes"] = Array(entry.Scopes, static scope => new JsonObject { ["credential"] = scope.Credential, ["scope"] = scope.Scope }),
            ["calls"] = Array(entry.Calls, Call),
            ["unknown"] = Array(
                entry.Unknown,
                static use => new JsonObject
                {
                    ["reason"] = use.Reason,
                    ["place"] = Place(use.Place),
                    ["scopes"] = Array(use.Scopes, static scope => scope),
                    ["chain"] = Array(use.Chain, Step),
                }
            ),
        };

    private static JsonObject Call(WhyCall call) =>
        new()
        {
            ["member"] = call.Member,
            ["place"] = Place(call.Place),
            ["needs"] = Array(call.Needs, Need),
            ["chain"] = Array(call.Chain, Step),
        };

    private static JsonObject Need(ReportedNeed need) =>
        new()
        {
            ["credential"] = need.Credential,
            ["scopes"] = Array(need.Scopes, static scope => scope),
            ["conditional"] = need.IsConditional,
        };

    private static JsonObject Step(WhyStep step) => new() { ["function"] = step.Function, ["place"] = Place(step.Place) };

    private static JsonObject? Place(WhyPlace? place) =>
        place is null
            ? null
            : new JsonObject
            {
                ["file"] = place.File,
                ["line"] = place.Line,
                ["column"] = place.Column,
            };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}
