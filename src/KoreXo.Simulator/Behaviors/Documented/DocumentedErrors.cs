using System.Text.Json.Nodes;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Writes a rejection in the form that the document of its operation describes for the status.</summary>
internal sealed class DocumentedErrors : IErrorForm
{
    private const string ProblemType = "application/problem+json";

    private static readonly HashSet<string> TextNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "message",
        "msg",
        "detail",
        "details",
        "description",
        "error",
        "error_description",
        "error_message",
        "errorMessage",
        "reason",
        "title",
        "text",
    };

    private static readonly HashSet<string> StatusNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "status",
        "statusCode",
        "status_code",
        "code",
    };

    /// <summary>Returns the response; where the document has no form for it, a problem of RFC 9457.</summary>
    public ApiAnswer Write(ApiOperation? operation, RefusalException refusal)
    {
        if (operation is null)
        {
            return Problem(refusal.Status, refusal);
        }

        var status = Status(operation, refusal.Status);
        var response = Find(operation, status);
        var media = response?.Schemas.Keys.FirstOrDefault(MediaType.IsJson);
        ReadOnlyMemory<byte>? body = media is null ? null : Body(operation, response!.Schemas[media], status, refusal);
        return body is { } json
            ? WithAllow(new ApiAnswer(status, $"{MediaType.Concrete(media!, MediaType.Json)}; charset=utf-8", json), refusal)
            : Problem(status, refusal);
    }

    private static ApiAnswer Problem(int status, RefusalException refusal)
    {
        var problem = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = refusal.Message,
            ["errors"] = new JsonArray([.. refusal.Reasons.Select(reason => JsonValue.Create(reason))]),
        };
        return WithAllow(new ApiAnswer(status, ProblemType, ApiAnswer.Json(status, problem).Body), refusal);
    }

    private static ApiAnswer WithAllow(ApiAnswer answer, RefusalException refusal) =>
        refusal.Allow is { } allow ? answer.With("Allow", allow) : answer;

    /// <summary>Returns 422 instead of 400 where the document uses that for what it does not accept.</summary>
    private static int Status(ApiOperation operation, int status) =>
        status == 400
        && !operation.Responses.Any(response => response.Status == "400")
        && operation.Responses.Any(response => response.Status == "422")
            ? 422
            : status;

    private static ApiResponse? Find(ApiOperation operation, int status) =>
        operation.Responses.FirstOrDefault(response => response.Status == $"{status}")
        ?? operation.Responses.FirstOrDefault(response => response.Status.Equals($"{status / 100}XX", StringComparison.OrdinalIgnoreCase))
        ?? operation.Responses.FirstOrDefault(response => response.Status == "default" && operation.Success is not null);

    // The document says which members an error has, not which of them is the message. Names that everybody uses for it get the reasons;
    // what the schema then does not allow, such as a code of a closed set, keeps its generated value.
    private static ReadOnlyMemory<byte>? Body(ApiOperation operation, JsonSchema schema, int status, RefusalException refusal)
    {
        var required = SchemaMembers.Required(schema);
        foreach (var (placesText, placesStatus, isFull) in new[] { (true, true, true), (true, false, true), (false, false, false) })
        {
            var values = new SchemaValues($"{operation.Id} {status}", DateTimeOffset.UnixEpoch)
            {
                RequiredOnly = !isFull,
                UsesExamples = true,
                MaxValues = 100,
            };
            if (values.Create(schema) is not { } body)
            {
                continue;
            }

            var placed = new HashSet<string>(StringComparer.Ordinal);
            Place(body, placesText ? refusal.Message : null, placesStatus ? status : null, placed, "");
            foreach (var name in (body as JsonObject ?? []).Select(member => member.Key).ToList())
            {
                if (!required.Contains(name) && !placed.Contains(name))
                {
                    ((JsonObject)body).Remove(name);
                }
            }

            if (SchemaAnswer.IsValid(schema, body))
            {
                return ApiAnswer.Json(status, body).Body;
            }
        }

        return null;
    }

    private static void Place(JsonNode node, string? text, int? status, HashSet<string> placed, string top)
    {
        foreach (var (name, member) in (node as JsonObject ?? []).ToList())
        {
            var root = top.Length > 0 ? top : name;
            if (text is not null && TextNames.Contains(name) && member is JsonValue value && value.TryGetValue(out string? _))
            {
                node[name] = text;
                placed.Add(root);
            }
            else if (status is not null && StatusNames.Contains(name) && member is JsonValue code)
            {
                node[name] = code.TryGetValue(out string? _) ? JsonValue.Create($"{status}") : JsonValue.Create(status.Value);
                placed.Add(root);
            }
            else if (member is JsonObject or JsonArray)
            {
                Place(member, text, status, placed, root);
            }
        }

        foreach (var (item, index) in (node as JsonArray ?? []).Select((item, index) => (item, index)).ToList())
        {
            if (text is not null && item is JsonValue value && value.TryGetValue(out string? _))
            {
                node[index] = text;
                placed.Add(top);
            }
            else if (item is not null)
            {
                Place(item, text, status, placed, top);
            }
        }
    }
}
