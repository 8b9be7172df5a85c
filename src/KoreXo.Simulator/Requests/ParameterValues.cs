using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>The values of an operation's parameters in path, query and headers: typed, checked, defaults filled in.</summary>
internal sealed class ParameterValues(IReadOnlyDictionary<string, JToken> values)
{
    /// <summary>A parameter that the document requires.</summary>
    public string Text(string name) => values.TryGetValue(name, out var value)
        ? value.Value<string>()!
        : throw new InvalidOperationException($"The document does not require the parameter '{name}', although the simulator counts on it.");

    /// <summary>An integer parameter; null when it is absent and the document gives no default.</summary>
    public long? Integer(string name) => values.TryGetValue(name, out var value) ? value.Value<long>() : null;
}
