using KoreXo.OpenApi.Document;
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
    public string? Optional(string name) => Find(name)?.Value<string>();

    /// <summary>Returns an integer path or query parameter; null if it is absent and the document has no default.</summary>
    public long? Integer(string name) => Find(name)?.Value<long>();

    /// <summary>Returns a Boolean path or query parameter; false if it is absent and the document has no default.</summary>
    public bool Flag(string name) => Find(name)?.Value<bool>() ?? false;

    /// <summary>Returns a header parameter; null if it is absent and the document has no default.</summary>
    public string? Header(string name) => values.GetValueOrDefault((ParameterLocation.Header, name))?.Value<string>();

    private JToken? Find(string name) =>
        values.GetValueOrDefault((ParameterLocation.Path, name)) ?? values.GetValueOrDefault((ParameterLocation.Query, name));
}
