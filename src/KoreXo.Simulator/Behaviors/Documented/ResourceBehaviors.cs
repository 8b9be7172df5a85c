using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Creates, gets, lists, updates and deletes the resources of one kind.</summary>
internal sealed class ResourceBehaviors(Resource resource, ResourceStore store, SchemaAnswers answers, PlatformState state)
{
    private readonly ResourceWriter _writer = new(resource, state);

    public ApiAnswer Run(SimulatedEffect effect, OperationCall call)
    {
        // The names of parameters may differ from one operation of a path to the next, but not their order.
        var path = ResourcePath.From(call.Operation.Path)!;
        var length = resource.Collection.Segments.Count;
        var collection = path.Place(call.PathValues, length);
        var id = path.Segments.Count > length ? call.PathValues[path.Names[length]!] : null;
        return effect switch
        {
            SimulatedEffect.Create => Create(call, collection),
            SimulatedEffect.Get => Answer(call, store.Get(collection, id!)),
            SimulatedEffect.List => List(call, collection),
            SimulatedEffect.Update => Update(call, collection, id),
            _ => Delete(call, collection, id!),
        };
    }

    private ApiAnswer Create(OperationCall call, string collection)
    {
        var (body, request) = Body(call);
        var given = _writer.IdIn(body);
        if (given is not null && Text(given) is "" or "." or "..")
        {
            throw RefusalException.BadRequest($"The body is not valid at /{resource.IdMember}: '{Text(given)}' cannot be in a path.");
        }

        var id = given ?? _writer.NewId(store.NextNumber(), candidate => store.Has(collection, candidate));
        var value = _writer.Replace(body, request, before: null, call.PathValues, id);
        if (SchemaAnswers.JsonOf(call.Operation) is var (response, type))
        {
            _writer.Adopt(value, ResourceSchema.Unwrap(response.Schemas[type]).Schema);
        }

        store.Add(collection, Text(id), value);
        var answer = Answer(call, value);
        return answer.Status == 201 ? answer.With("Location", Location(call, Text(id))) : answer;
    }

    private ApiAnswer Update(OperationCall call, string collection, string? id)
    {
        var (body, request) = Body(call);
        var known =
            id
            ?? (_writer.IdIn(body) is { } given ? Text(given) : null)
            ?? throw RefusalException.BadRequest($"The body is not valid at /{resource.IdMember}: it is required.");
        if (id is not null && call.Operation.Method == "PUT" && !store.Has(collection, id))
        {
            return Upsert(call, collection, id, body, request);
        }

        var value = store.Update(
            collection,
            known,
            before =>
                call.Operation.Method == "PUT"
                    ? _writer.Replace(body, request, before, call.PathValues, before[resource.IdMember]!)
                    : _writer.Merge(body, before)
        );
        return Answer(call, value, status: 200);
    }

    /// <summary>Creates what is not there, if the document says so by a 201.</summary>
    private ApiAnswer Upsert(OperationCall call, string collection, string id, JsonElement body, JsonSchema? request)
    {
        if (!call.Operation.Responses.Any(response => response.Code == 201))
        {
            store.Get(collection, id);
        }

        var type = SchemaMembers.All(resource.Schema)[resource.IdMember].ActualTypeSchema.Type;
        JsonNode name =
            type.HasFlag(JsonObjectType.Integer)
            && long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : JsonValue.Create(id);
        var value = _writer.Replace(body, request, before: null, call.PathValues, name);
        store.Add(collection, id, value);
        return Answer(call, value, status: 201);
    }

    private ApiAnswer Delete(OperationCall call, string collection, string id)
    {
        var value = store.Remove(collection, id);
        var members = SchemaAnswers.JsonOf(call.Operation) is var (response, type)
            ? SchemaMembers.All(ResourceSchema.Unwrap(response.Schemas[type]).Schema)
            : new Dictionary<string, JsonSchemaProperty>(StringComparer.Ordinal);
        if (!members.ContainsKey(resource.IdMember))
        {
            return answers.Create(call);
        }

        if (members.ContainsKey("deleted"))
        {
            value["deleted"] = true;
        }

        return Answer(call, value);
    }

    private ApiAnswer List(OperationCall call, string collection)
    {
        var (response, type) = SchemaAnswers.JsonOf(call.Operation)!.Value;
        var schema = response.Schemas[type];
        var place = ListPlace.Find(call.Operation, schema)!;
        var all = store.List(collection).Select(value => _writer.Show(value, place.Item)).ToList();
        var frame = new SchemaValues($"{state.Seed} {call.Operation.Id}", state.Now) { RequiredOnly = true, UsesExamples = false }.Create(
            schema
        );
        return SchemaAnswers.Json(response, type, ListPages.Write(call, place, schema, all, frame));
    }

    /// <summary>Returns the resource as the success response shows it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="value">The resource.</param>
    /// <param name="status">The status, where the document has several for a success.</param>
    private ApiAnswer Answer(OperationCall call, JsonObject value, int? status = null)
    {
        var response =
            call.Operation.Responses.FirstOrDefault(response => response.Code == status && response.Status != "default")
            ?? SchemaAnswers.ResponseOf(call.Operation);
        if (response is not { HasContent: true } || response.Schemas.Keys.FirstOrDefault(MediaType.IsJson) is not { } type)
        {
            return ApiAnswer.Empty(response?.Code ?? 200);
        }

        var (member, schema) = ResourceSchema.Unwrap(response.Schemas[type]);
        var shown = _writer.Show(value, schema);
        return SchemaAnswers.Json(response, type, member is null ? shown : new JsonObject { [member] = shown });
    }

    /// <summary>Returns the resource in the body, with its schema.</summary>
    private static (JsonElement Body, JsonSchema? Schema) Body(OperationCall call)
    {
        if (call.Operation.Body?.Schemas.Values.FirstOrDefault(ResourceSchema.IsObject) is not { } schema)
        {
            return (call.Body, null);
        }

        var (member, inner) = ResourceSchema.Unwrap(schema);
        return member is not null && call.Body.Member(member) is { ValueKind: JsonValueKind.Object } value
            ? (value, inner)
            : (call.Body, inner);
    }

    private static string Location(OperationCall call, string id)
    {
        const string Ending = ".json";
        var path = call.Path.TrimEnd('/');
        var ending = path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? Ending : "";
        return $"{call.Endpoint.GetLeftPart(UriPartial.Authority)}{path[..^ending.Length]}/{Uri.EscapeDataString(id)}{ending}";
    }

    private static string Text(JsonNode id) => id is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : id.ToJsonString();
}
