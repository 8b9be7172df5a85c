using System.Text;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Answers an operation with what its document says: an example, or a value of the schema.</summary>
internal sealed class SchemaAnswers(PlatformState state)
{
    /// <summary>Creates the success response. The same request gets the same response.</summary>
    public ApiAnswer Create(OperationCall call)
    {
        var operation = call.Operation;
        if (ResponseOf(operation) is not { } response)
        {
            return ApiAnswer.Empty(operation.SuccessStatus);
        }

        if (!response.HasContent || TypeOf(response, call.Accept) is not { } type)
        {
            return ApiAnswer.Empty(response.Code);
        }

        if (MediaType.IsJson(type))
        {
            return Json(response, type, Paged(call, response.Schemas[type], Value(call, response, type) ?? new JsonObject()));
        }

        var text = response.Examples.GetValueOrDefault(type) is [var example, ..]
            ? example is JsonValue scalar && scalar.TryGetValue(out string? written)
                ? written
                : example.ToJsonString()
            : $"{operation.Id}";
        return new ApiAnswer(response.Code, MediaType.Concrete(type, "application/octet-stream"), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Returns the response that the document has for a success; null if it has none.</summary>
    public static ApiResponse? ResponseOf(ApiOperation operation) =>
        operation.Success
        ?? operation.Responses.FirstOrDefault(response => response.Status.StartsWith('3'))
        ?? operation.Responses.FirstOrDefault(response => response.Status == "default");

    /// <summary>Returns the schema of the JSON in a success response; null if it is no JSON.</summary>
    public static (ApiResponse Response, string Type)? JsonOf(ApiOperation operation) =>
        ResponseOf(operation) is { HasContent: true } response && response.Schemas.Keys.FirstOrDefault(MediaType.IsJson) is { } type
            ? (response, type)
            : null;

    public static ApiAnswer Json(ApiResponse response, string type, JsonNode value) =>
        ApiAnswer.Json(response.Code, value) with
        {
            ContentType = $"{MediaType.Concrete(type, MediaType.Json)}; charset=utf-8",
        };

    /// <summary>Returns a documented type that the caller accepts, JSON before others; null if the response has no body.</summary>
    private static string? TypeOf(ApiResponse response, string accept)
    {
        var types = response.Schemas.Keys.OrderByDescending(MediaType.IsJson).ToList();
        var accepted = accept.Split(',').Select(type => type.Split(';')[0].Trim()).ToList();
        return types.Find(type => accepted.Contains(type.Split(';')[0], StringComparer.OrdinalIgnoreCase)) ?? types.FirstOrDefault();
    }

    // A generated list is one page. Without an end, a client that reads all pages would read forever.
    private static JsonNode Paged(OperationCall call, JsonSchema schema, JsonNode value)
    {
        if (call.Operation.Paging is null || ListPlace.Find(call.Operation, schema) is not { Pointer: not "*" } place)
        {
            return value;
        }

        var items = place.Pointer == "/" ? value as JsonArray : JsonMembersAt(value, place.Pointer) as JsonArray;
        var paged = ListPages.Write(call, place, schema, [.. (items ?? []).OfType<JsonNode>()], value.DeepClone());
        return SchemaAnswer.IsValid(schema, paged) ? paged : value;
    }

    private static JsonNode? JsonMembersAt(JsonNode value, string pointer)
    {
        JsonNode? at = value;
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            at = (at as JsonObject)?[token];
        }

        return at;
    }

    /// <summary>Creates the value; members that are called like a path parameter have its value where the schema allows it.</summary>
    private JsonNode? Value(OperationCall call, ApiResponse response, string type) =>
        SchemaAnswer.Create(
            response.Schemas[type],
            response.Examples.GetValueOrDefault(type, []),
            // Each start is another job, with an id of its own.
            $"{state.Seed} {call.Operation.Id} {(call.Operation.Job is null ? call.Path : state.Ids.Digits())}",
            state.Now,
            call.PathValues.ToDictionary(pair => pair.Key, pair => (JsonNode)JsonValue.Create(pair.Value), StringComparer.Ordinal)
        );
}
