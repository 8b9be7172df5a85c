using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Monitoring;

/// <summary>
/// Creates the content of the page: the latest requests, the apps and the rate limits, without secrets, tokens and bodies.
/// </summary>
internal sealed class MonitorState(
    ApiCatalog catalog,
    AppRegistry apps,
    Func<IReadOnlyList<RecordedRequest>> requests,
    Func<IReadOnlyList<SimulatedRateLimit>> quotas
)
{
    private const int Shown = 200;

    private readonly RequestScopes _scopes = new(catalog, apps);

    public JsonObject Write()
    {
        var all = requests();
        return new JsonObject
        {
            ["total"] = all.Count,
            ["requests"] = new JsonArray([.. all.Skip(all.Count - Shown).Reverse().Select(JsonNode (request) => Request(request))]),
            ["apps"] = new JsonArray([.. apps.All().Select(JsonNode (app) => App(app))]),
            ["quotas"] = new JsonArray([
                .. quotas()
                    .Where(quota => quota.Requests > 0)
                    .OrderBy(quota => quota.ClientId, StringComparer.Ordinal)
                    .ThenBy(quota => quota.Budget, StringComparer.Ordinal)
                    .ThenBy(quota => quota.Key, StringComparer.Ordinal)
                    .Select(JsonNode (quota) => Quota(quota)),
            ]),
        };
    }

    private JsonObject Request(RecordedRequest request)
    {
        var scopes = _scopes.Of(request);
        return new JsonObject
        {
            ["id"] = request.RequestId,
            ["time"] = request.ReceivedAt.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
            ["method"] = request.Method,
            ["target"] = request.Target,
            ["operation"] = request.OperationId,
            ["app"] = request.ClientId,
            ["credential"] = scopes.Credential,
            ["asked"] = WireValue.Array(scopes.Asked.Select(text => JsonValue.Create(text))),
            ["granted"] = scopes.Granted,
            ["status"] = request.Status,
            ["reason"] = request.Reason,
            ["applied"] = request.IsApplied,
            ["fault"] = request.Fault,
        };
    }

    private static JsonObject App(SimulatedApp app) =>
        new()
        {
            ["credential"] = app.Credential,
            ["clientId"] = app.ClientId,
            ["scopes"] = app.Scopes.Count,
        };

    private static JsonObject Quota(SimulatedRateLimit quota) =>
        new()
        {
            ["app"] = quota.ClientId,
            ["budget"] = quota.Budget,
            ["key"] = quota.Key,
            ["requests"] = quota.Requests,
            ["refused"] = quota.Refused,
            ["windows"] = new JsonArray([
                .. quota.Windows.Select(
                    JsonNode (window) =>
                        new JsonObject
                        {
                            ["seconds"] = window.Length.TotalSeconds,
                            ["calls"] = window.Calls,
                            ["used"] = window.Used,
                        }
                ),
            ]),
        };
}
