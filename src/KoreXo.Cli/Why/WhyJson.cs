using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

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
            ["scopes"] = Array(entry.Scopes, JsonReport.Scope),
            ["calls"] = Array(entry.Calls, Call),
            ["unknown"] = Array(
                entry.Unknown,
                static use => new JsonObject
                {
                    ["reason"] = use.Reason,
                    ["place"] = Place(use.Place),
                    ["scopes"] = JsonReport.Names(use.Scopes),
                    ["chain"] = Array(use.Chain, Step),
                }
            ),
        };

    private static JsonObject Call(WhyCall call) =>
        new()
        {
            ["member"] = call.Member,
            ["place"] = Place(call.Place),
            ["needs"] = Array(call.Needs, JsonReport.Need),
            ["chain"] = Array(call.Chain, Step),
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
