using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Reports;

/// <summary>Writes a report as JSON, for programs. Members are only ever added.</summary>
internal static class JsonReport
{
    /// <summary>Builds the report; whoever writes it may add members.</summary>
    public static JsonObject Build(ScopeReport report) =>
        new()
        {
            ["name"] = report.Name,
            ["projects"] = Array(report.Projects, static project => project),
            ["apps"] = Array(
                report.Apps,
                static app => new JsonObject
                {
                    ["name"] = app.Name,
                    ["file"] = app.File,
                    ["holds"] = Array(app.Holds, Scope),
                    ["missing"] = Array(app.Missing, Scope),
                    ["unused"] = Array(app.Unused, Scope),
                }
            ),
            ["calls"] = Array(report.Calls, Call),
            ["unknown"] = Array(
                report.Unknown,
                static call => new JsonObject
                {
                    ["member"] = call.Member,
                    ["file"] = call.File,
                    ["line"] = call.Line,
                }
            ),
            ["libraries"] = Array(
                report.Libraries,
                static library => new JsonObject
                {
                    ["project"] = library.Project,
                    ["needs"] = Names(library.Needs),
                    ["grants"] = Array(library.Needs, Scope),
                }
            ),
            ["findings"] = Array(
                report.Findings,
                static finding => new JsonObject
                {
                    ["id"] = finding.Rule.Id,
                    ["severity"] = JsonNamingPolicy.CamelCase.ConvertName(finding.Rule.DefaultSeverity.ToString()),
                    ["message"] = finding.Message,
                    ["file"] = finding.File,
                    ["line"] = finding.File is null ? null : finding.Span.Start.Line + 1,
                }
            ),
        };

    private static JsonObject Call(ReportedCall call) =>
        new()
        {
            ["member"] = call.Member,
            ["file"] = call.File,
            ["line"] = call.Line,
            ["column"] = call.Column,
            ["projects"] = Array(call.Projects, static project => project),
            ["needs"] = Array(call.Needs, Need),
            ["apps"] = Array(
                call.Verdicts,
                static verdict => new JsonObject
                {
                    ["app"] = verdict.App,
                    ["state"] = JsonNamingPolicy.CamelCase.ConvertName(verdict.State.ToString()),
                    ["credential"] = verdict.Credential,
                    ["lacks"] = Array(verdict.Lacks, Scope),
                }
            ),
        };

    /// <summary>Builds a scope; the member of its resource is there only if it has one.</summary>
    public static JsonObject Scope(ScopeOnCredential scope) =>
        OnResource(new JsonObject { ["credential"] = scope.Credential, ["scope"] = scope.Scope }, scope.Resource);

    /// <summary>Builds an alternative.</summary>
    public static JsonObject Need(ReportedNeed need) =>
        OnResource(
            new JsonObject
            {
                ["credential"] = need.Credential,
                ["scopes"] = Array(need.Scopes, static scope => scope),
                ["conditional"] = need.IsConditional,
            },
            need.Resource
        );

    /// <summary>Adds the resource, if there is one.</summary>
    public static JsonObject OnResource(JsonObject json, string? resource)
    {
        if (resource is not null)
        {
            json["resource"] = resource;
        }

        return json;
    }

    /// <summary>Builds the list of the scopes alone.</summary>
    public static JsonArray Names(IEnumerable<ScopeOnCredential> scopes) =>
        Array(scopes.Select(static scope => scope.Scope).Distinct(StringComparer.Ordinal), static scope => scope);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}
