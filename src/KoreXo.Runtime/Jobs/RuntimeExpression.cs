using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Evaluates the runtime expressions of OpenAPI over a call and its answer; a text without <c>$</c> in front is a constant.
/// </summary>
/// <param name="values">The parameters of the call, by place and name.</param>
/// <param name="requestBody">The body of the call; undefined if it had none.</param>
internal sealed class RuntimeExpression(JobValue[] values, JsonElement requestBody)
{
    private const string Request = "$request.";
    private const string RequestBody = "$request.body#";
    private const string ResponseBody = "$response.body#";

    /// <summary>Refuses what cannot be evaluated, before the call that it is for.</summary>
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

    /// <summary>Gives the value; <see langword="null"/> if there is none.</summary>
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

    /// <summary>Gives a parameter of the call by place and name.</summary>
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

    private static JsonAny? Find(JsonElement root, string pointer)
    {
        if (root.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        return JsonPointer.Parse(pointer).Find(root) is { ValueKind: not JsonValueKind.Null } found ? found : null;
    }
}
