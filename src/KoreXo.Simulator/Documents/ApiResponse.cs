using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>A response in the document: its status as written there, and one schema for each media type.</summary>
internal sealed record ApiResponse(string Status, IReadOnlyDictionary<string, JsonSchema> Schemas)
{
    /// <summary>Gets the documented examples, by media type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonNode>> Examples { get; init; } =
        new Dictionary<string, IReadOnlyList<JsonNode>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the status as a number: the first of a range such as <c>2XX</c>, and 200 for <c>default</c>.</summary>
    public int Code =>
        int.TryParse(Status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code
        : Status.Length == 3 && char.IsAsciiDigit(Status[0]) ? (Status[0] - '0') * 100
        : 200;
}
