using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Evaluates OpenAPI runtime expressions over a request and its response; a string without a leading <c>$</c> is a constant.
/// </summary>
/// <param name="values">The parameters of the request, by location and name.</param>
/// <param name="requestBody">The body of the request; undefined if it had none.</param>
internal sealed class RuntimeExpression(JobValue[] values, JsonElement requestBody)
{
    private const string Request = "$request.";
    private const string RequestBody = "$request.body#";
    private const string ResponseBody = "$response.body#";

    /// <summary>Rejects expressions that cannot be evaluated, before the call is made.</summary>
    public static void Check(string source)
    {
        if (
            source.StartsWith('$')
            && !source.StartsWith(RequestBody, StringComparison.Ordinal)
            && !source.StartsWith(ResponseBody, StringComparison.Ordinal)
            && !source.StartsWith(Request, StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"The document uses the expression '{source}', which is not supported.");
        }
    }

    /// <summary>Evaluates an expression; <see langword="null"/> if there is no value.</summary>
    public JsonAny? Evaluate(string source, JsonElement response)
    {
        if (source.StartsWith(RequestBody, StringComparison.Ordinal))
        {
            return Find(requestBody, source[RequestBody.Length..]);
        }

        if (source.StartsWith(ResponseBody, StringComparison.Ordinal))
        {
            return Find(response, source[ResponseBody.Length..]);
        }

        return source.StartsWith(Request, StringComparison.Ordinal) ? Parameter(source[Request.Length..]) : source;
    }

    /// <summary>Gets a parameter of the request by location and name.</summary>
    public JsonAny? Parameter(string name)
    {
        foreach (var value in values)
        {
            if (value.Name == name && value.Value is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static JsonAny? Find(JsonElement root, string pointer) =>
        JsonPointer.Parse(pointer).Find(root) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } found ? found : null;
}
