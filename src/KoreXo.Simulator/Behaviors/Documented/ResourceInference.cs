using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Infers from paths, methods and schemas which resources a service keeps.</summary>
internal sealed class ResourceInference
{
    private readonly Dictionary<string, List<(ApiOperation Operation, ResourcePath Path)>> _byPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public ResourceInference(IEnumerable<ApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            // Operations that only a body or a query distinguishes do something else than the one without.
            if (
                operation.Fixed.Count == 0
                && operation.Path == Routing.RoutePath.Bare(operation.Path)
                && ResourcePath.From(operation.Path) is { } path
            )
            {
                (_byPlace.TryGetValue(path.Key, out var known) ? known : _byPlace[path.Key] = []).Add((operation, path));
            }
        }

        Resources =
        [
            .. _byPlace
                .Values.Select(entries => entries[0].Path)
                .Where(path => path.IsItem)
                .Select(Infer)
                .OfType<Resource>()
                .OrderBy(resource => resource.Collection.Segments.Count),
        ];
    }

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>Returns why an operation on a collection or an item keeps no state; null if it is on neither.</summary>
    public string? ReasonFor(ApiOperation operation) => _reasons.GetValueOrDefault(operation.Id);

    private Resource? Infer(ResourcePath item)
    {
        var collection = item.Parent;
        var ofItem = _byPlace[item.Key].ConvertAll(entry => entry.Operation);
        var ofCollection = _byPlace.GetValueOrDefault(collection.Key, []).ConvertAll(entry => entry.Operation);
        List<ApiOperation> all = [.. ofCollection, .. ofItem];
        var post = ofCollection.Find(operation => operation.Method == "POST");
        var upsert = ofItem.Find(operation => operation.Method == "PUT" && operation.Responses.Any(response => response.Code == 201));
        if ((post ?? upsert) is not { } create)
        {
            return Without(all, $"nothing creates what is at {ofItem[0].Path}");
        }

        var get = ofItem.Find(operation => operation.Method == "GET");
        var schema = new[] { get, create, ofItem.Find(operation => operation.Method is "PUT" or "PATCH") }
            .OfType<ApiOperation>()
            .Select(Answer)
            .OfType<JsonSchema>()
            .Select(answer => ResourceSchema.Unwrap(answer).Schema)
            .FirstOrDefault(ResourceSchema.IsObject);
        if (schema is null)
        {
            return Without(all, "no response has the resource as an object");
        }

        var parameter = item.Names[^1]!;
        if (ResourceSchema.IdMember(schema, parameter, collection.Segments[^1]) is not { } id)
        {
            return Without(all, $"no member of the resource is the '{parameter}' of its path");
        }

        if (post is not null && !Creates(post, id))
        {
            return Without(all, $"the response of {post.Id} does not say which '{id}' was created");
        }

        var effects = new Dictionary<ApiOperation, SimulatedEffect>();
        foreach (var operation in all)
        {
            var isItem = ofItem.Contains(operation);
            if (EffectOf(operation, isItem, id, ofItem) is { } effect)
            {
                effects[operation] = effect;
            }
            else
            {
                _reasons.TryAdd(operation.Id, "its schemas have neither the resource of its path nor a list of them");
            }
        }

        return effects.Count > 1 || effects.ContainsValue(SimulatedEffect.Get)
            ? new Resource(collection, Path(ofCollection, ofItem[0]), schema, id) { Effects = effects }
            : Without(all, "nothing else works on what it creates");
    }

    private static SimulatedEffect? EffectOf(ApiOperation operation, bool isItem, string id, List<ApiOperation> ofItem) =>
        (operation.Method, isItem) switch
        {
            ("POST", false) => SimulatedEffect.Create,
            ("GET", false) => Answer(operation) is { } answer
            && ListPlace.Find(operation, answer) is { Item: var item }
            && (item.ActualTypeSchema.Type == NJsonSchema.JsonObjectType.None || ResourceSchema.IsObject(item))
                ? SimulatedEffect.List
                : null,
            ("PUT" or "PATCH", false) => Body(operation) is { } body && SchemaMembers.All(body).ContainsKey(id)
                ? SimulatedEffect.Update
                : null,
            ("GET", true) => Answer(operation) is { } got && ResourceSchema.IsObject(got) ? SimulatedEffect.Get : null,
            ("PUT" or "PATCH", true) => Body(operation) is { } changes && ResourceSchema.IsObject(changes) ? SimulatedEffect.Update : null,
            // Some services update by POST.
            ("POST", true) => !ofItem.Exists(other => other.Method is "PUT" or "PATCH")
            && Body(operation) is { } changes
            && ResourceSchema.IsObject(changes)
            && Answer(operation) is { } updated
            && HasMember(updated, id)
                ? SimulatedEffect.Update
                : null,
            ("DELETE", true) => SimulatedEffect.Delete,
            _ => null,
        };

    /// <summary>Returns whether the caller learns the id: from the body, or from the <c>Location</c> header of a 201.</summary>
    private static bool Creates(ApiOperation post, string id) =>
        Answer(post) is { } answer
            ? HasMember(answer, id)
            : SchemaAnswers.ResponseOf(post)?.Code == 201 || (Body(post) is { } body && HasMember(body, id));

    private static bool HasMember(JsonSchema schema, string name) =>
        SchemaMembers.All(ResourceSchema.Unwrap(schema).Schema).ContainsKey(name);

    private static JsonSchema? Answer(ApiOperation operation) =>
        SchemaAnswers.JsonOf(operation) is var (response, type) ? response.Schemas[type] : null;

    private static JsonSchema? Body(ApiOperation operation) => operation.Body?.Schemas.Values.FirstOrDefault(ResourceSchema.IsObject);

    private static string Path(List<ApiOperation> ofCollection, ApiOperation ofItem) =>
        ofCollection.Count > 0 ? ofCollection[0].Path : ofItem.Path[..ofItem.Path.TrimEnd('/').LastIndexOf('/')];

    private Resource? Without(List<ApiOperation> operations, string reason)
    {
        foreach (var operation in operations)
        {
            _reasons.TryAdd(operation.Id, reason);
        }

        return null;
    }
}
