using KoreXo.OpenApi.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>The values of an operation's path, query and header parameters: typed, validated, with defaults applied.</summary>
internal sealed class ParameterValues(IReadOnlyDictionary<(ParameterLocation Place, string Name), JToken> values)
{
    /// <summary>Returns a path or query parameter that the document requires.</summary>
    public string Text(string name) =>
        Optional(name)
        ?? throw new InvalidOperationException(
            $"The document does not require the parameter '{name}', although the simulator relies on it."
        );

    /// <summary>Returns a path or query parameter; null if it is absent and the document has no default.</summary>
    public string? Optional(string name) => Text(Find(name));

    /// <summary>Returns an integer path or query parameter; null if it is absent and the document has no default.</summary>
    public long? Integer(string name) => Find(name)?.Value<long>();

    /// <summary>Returns a Boolean path or query parameter; false if it is absent and the document has no default.</summary>
    public bool Flag(string name) => Find(name)?.Value<bool>() ?? false;

    /// <summary>Returns a header parameter; null if it is absent and the document has no default.</summary>
    public string? Header(string name) => Text(values.GetValueOrDefault((ParameterLocation.Header, name)));

    /// <summary>Returns the values in the path, where each integer is spelled as it is in JSON: the ticket 01 is the ticket 1.</summary>
    /// <param name="sent">The decoded values, by name.</param>
    public IReadOnlyDictionary<string, string> InPath(IReadOnlyDictionary<string, string> sent) =>
        sent.ToDictionary(
            pair => pair.Key,
            pair =>
                values.GetValueOrDefault((ParameterLocation.Path, pair.Key)) is JValue { Type: JTokenType.Integer } number
                    ? Text(number)!
                    : pair.Value,
            StringComparer.Ordinal
        );

    /// <summary>Returns a string as it is, and any other value as JSON.</summary>
    private static string? Text(JToken? value) =>
        value is null or JValue { Type: JTokenType.String or JTokenType.Null or JTokenType.Date }
            ? value?.Value<string>()
            : value.ToString(Formatting.None);

    private JToken? Find(string name) =>
        values.GetValueOrDefault((ParameterLocation.Path, name)) ?? values.GetValueOrDefault((ParameterLocation.Query, name));
}
