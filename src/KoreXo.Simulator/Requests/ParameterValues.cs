using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>The values of an operation's parameters in path, query and headers: typed, checked, defaults filled in.</summary>
internal sealed class ParameterValues(IReadOnlyDictionary<(ParameterLocation Place, string Name), JToken> values)
{
    /// <summary>A path or query parameter that the document requires.</summary>
    public string Text(string name) =>
        Optional(name)
        ?? throw new InvalidOperationException(
            $"The document does not require the parameter '{name}', although the simulator counts on it."
        );

    /// <summary>A path or query parameter; null when it is absent and the document gives no default.</summary>
    public string? Optional(string name) => Find(name)?.Value<string>();

    /// <summary>An integer in the path or query; null when it is absent and the document gives no default.</summary>
    public long? Integer(string name) => Find(name)?.Value<long>();

    /// <summary>A flag in the path or query; false when it is absent and the document gives no default.</summary>
    public bool Flag(string name) => Find(name)?.Value<bool>() ?? false;

    /// <summary>A header; null when it is absent and the document gives no default.</summary>
    public string? Header(string name) => values.GetValueOrDefault((ParameterLocation.Header, name))?.Value<string>();

    private JToken? Find(string name) =>
        values.GetValueOrDefault((ParameterLocation.Path, name)) ?? values.GetValueOrDefault((ParameterLocation.Query, name));
}
