using System.Text.Json.Nodes;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>The resources of a running service, called over HTTP with requests made from its document.</summary>
internal sealed class ResourceScene(XoSimulator service, ApiCatalog catalog) : IDisposable
{
    private readonly HttpClient _http = new(service.CreateHandler());
    private readonly List<SimulatedApp> _apps = [.. service.Credentials.Select(service.AddAppWithAllScopes)];
    private int _number;

    public XoSimulator Service { get; } = service;

    public ApiCatalog Catalog { get; } = catalog;

    /// <summary>The media type and the text of the last response, and the operation that gave it.</summary>
    public (string? Type, string Text, string? OperationId) Last { get; private set; }

    public IReadOnlyList<Resource> Resources { get; } = new ResourceInference(catalog.Operations).Resources;

    public static async Task<ResourceScene> StartAsync(string document) =>
        new(
            await XoSimulator.StartForAsync(document, new XoSimulatorOptions { EnforceRateLimits = false }),
            await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)
        );

    public static ApiOperation? Find(Resource resource, SimulatedEffect effect, bool ofItem = true) =>
        resource
            .Effects.Where(entry => entry.Value == effect && ofItem == ResourcePath.From(entry.Key.Path)!.IsItem)
            .Select(entry => entry.Key)
            .FirstOrDefault();

    public async Task<(int Status, JsonNode? Body)> CallAsync(ApiOperation operation, IReadOnlyList<string> place, int seed)
    {
        var names = ResourcePath.From(operation.Path)?.Names.OfType<string>() ?? [];
        var values = names.Zip(place).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        using var request = DocumentCall.Create(operation, Service.Endpoint, $"{seed}", values);
        DocumentCredentials.Add(request, operation, _apps);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        Assert.True(status < 500, $"{operation.Id}: {status} {text}");
        Last = (response.Content.Headers.ContentType?.MediaType, text, Service.Requests[^1].OperationId);
        return (
            status,
            text.Length > 0 && response.Content.Headers.ContentType?.MediaType is "application/json" ? JsonNode.Parse(text) : null
        );
    }

    public bool ReportsOnJobs(ApiOperation operation) => Catalog.Operations.Any(other => other.Job?.Status == operation.Id);

    /// <summary>Creates a resource, and its parents first.</summary>
    /// <returns>The values of its path, and the response; null if a request made from the schemas is not taken.</returns>
    public async Task<(IReadOnlyList<string> Place, JsonNode Shown)?> CreateAsync(
        Resource resource,
        IReadOnlyList<string> parents,
        int seed
    )
    {
        if (Find(resource, SimulatedEffect.Create, ofItem: false) is not { } create)
        {
            return null;
        }

        var (status, body) = await CallAsync(create, parents, seed * 1000 + _number++);
        return status is >= 200 and < 300 && Inner(resource, body)?[resource.IdMember] is { } id
            ? (
                [.. parents, id is JsonValue value && value.TryGetValue(out string? text) ? text : id.ToJsonString()],
                Inner(resource, body)!
            )
            : null;
    }

    /// <summary>Creates everything that a path goes through, where it can be created.</summary>
    /// <returns>The values of its parameters; null if a request made from the schemas is not taken.</returns>
    public async Task<IReadOnlyList<string>?> PlaceAsync(ResourcePath path, ApiOperation operation, int seed)
    {
        var place = new List<string>();
        foreach (var index in Enumerable.Range(0, path.Segments.Count).Where(index => path.Names[index] is not null))
        {
            var key = "/" + string.Join('/', path.Segments.Take(index));
            var given = DocumentCall.PathValue(operation, path.Names[index]!, $"{seed}");
            if (Resources.FirstOrDefault(other => other.Collection.Key == key) is not { } parent)
            {
                place.Add(given);
            }
            else if (Find(parent, SimulatedEffect.Create, ofItem: false) is not null)
            {
                if (await CreateAsync(parent, place, seed) is not { } created)
                {
                    return null;
                }

                place = [.. created.Place];
            }
            else
            {
                place.Add(given);
                await CallAsync(Find(parent, SimulatedEffect.Update)!, place, seed);
            }
        }

        return place;
    }

    /// <summary>The resource in a body, which may have it in its only member.</summary>
    public static JsonNode? Inner(Resource resource, JsonNode? body) =>
        body is JsonObject { Count: 1 } wrapped && wrapped[resource.IdMember] is null && wrapped.Single().Value is JsonObject inner
            ? inner
            : body;

    public void Dispose()
    {
        _http.Dispose();
        Service.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
