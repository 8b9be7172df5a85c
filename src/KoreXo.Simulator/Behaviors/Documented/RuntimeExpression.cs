using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Evaluates runtime expressions of OpenAPI over a call.</summary>
internal static class RuntimeExpression
{
    private const string Path = "$request.path.";
    private const string Query = "$request.query.";
    private const string Header = "$request.header.";
    private const string RequestBody = "$request.body#";
    private const string ResponseBody = "$response.body#";

    /// <summary>Returns the value; null if there is none. A string without a leading <c>$</c> is its own value.</summary>
    public static JsonNode? Evaluate(string expression, OperationCall call, ApiAnswer answer) =>
        !expression.StartsWith('$') ? JsonValue.Create(expression)
        : After(expression, Path) is { } path ? Text(call.PathValues.GetValueOrDefault(path))
        : After(expression, Query) is { } query ? Text(call.Parameters.Optional(query))
        : After(expression, Header) is { } header ? Text(call.Parameters.Header(header))
        : After(expression, RequestBody) is { } sent
            ? call.Body.ValueKind == JsonValueKind.Undefined ? null
                : At(WireValue.Node(call.Body), sent)
        : After(expression, ResponseBody) is { } answered && answer.Body.Length > 0 ? At(JsonNode.Parse(answer.Body.Span), answered)
        : null;

    /// <summary>Returns what a call has for the target of a binding, such as <c>path.exportId</c> or <c>body.kind</c>.</summary>
    public static string? Target(string target, OperationCall call) =>
        After(target, "path.") is { } path ? call.PathValues.GetValueOrDefault(path)
        : After(target, "query.") is { } query ? call.Parameters.Optional(query)
        : After(target, "header.") is { } header ? call.Parameters.Header(header)
        : After(target, "body.") is { } member
            ? call.Member(member) is { } value ? Plain(WireValue.Node(value))
                : null
        : null;

    public static string? Plain(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : value?.ToJsonString();

    private static string? After(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    private static JsonValue? Text(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonNode? At(JsonNode? root, string pointer)
    {
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            root = root switch
            {
                JsonObject members => members[token],
                JsonArray items
                    when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count =>
                    items[index],
                _ => null,
            };
        }

        return root;
    }
}
