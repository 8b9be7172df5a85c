using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Monitoring;

/// <summary>Determines which scopes a request requires, and which of them its app currently holds.</summary>
internal sealed class RequestScopes(ApiCatalog catalog, AppRegistry apps)
{
    private readonly Dictionary<string, ApiOperation> _operations = catalog.Operations.ToDictionary(
        operation => operation.Id,
        StringComparer.Ordinal
    );

    public Result Of(RecordedRequest request)
    {
        var operation = request.OperationId is { } id ? _operations.GetValueOrDefault(id) : null;
        var app = request.ClientId is { } client ? apps.Find(client) : null;
        var asked = operation?.Scopes ?? [];
        if (app is null)
        {
            return new Result(operation, Credential: null, [.. asked.Select(Describe)], Granted: null, Missing: []);
        }

        var held = catalog.Scopes.Expand(app.Scopes);
        var own = asked.Where(alternative => alternative.IsFor(app.Credential)).ToList();
        var granted = own.Find(alternative => Missing(alternative, held).Count == 0);
        return new Result(
            operation,
            app.Credential,
            [.. asked.Select(Describe)],
            granted is null ? null : Describe(granted),
            granted is null ? own.Select(alternative => Missing(alternative, held)).MinBy(scopes => scopes.Count) ?? [] : []
        );
    }

    private static string Describe(ScopeAlternative alternative) =>
        $"{string.Join(" + ", alternative.Scopes)} ({alternative.Credential ?? "any"})";

    private List<string> Missing(ScopeAlternative alternative, IReadOnlySet<string> held) =>
        [.. alternative.Scopes.Where(scope => !held.Contains(catalog.Scopes.Canonical(scope)))];

    internal sealed record Result(
        ApiOperation? Operation,
        string? Credential,
        IReadOnlyList<string> Asked,
        string? Granted,
        IReadOnlyList<string> Missing
    );
}
