using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>A response in the document: its status as written there, and one schema for each media type.</summary>
internal sealed record ApiResponse(string Status, IReadOnlyDictionary<string, JsonSchema> Schemas);
