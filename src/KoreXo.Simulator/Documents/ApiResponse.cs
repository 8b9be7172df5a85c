using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>An answer that the document describes: its status, as written there, and one schema for each media type.</summary>
internal sealed record ApiResponse(string Status, IReadOnlyDictionary<string, JsonSchema> Schemas);
