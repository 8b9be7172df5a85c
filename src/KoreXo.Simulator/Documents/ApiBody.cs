using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>The body of an operation: one schema for each media type that it may be sent in.</summary>
internal sealed record ApiBody(bool Required, IReadOnlyDictionary<string, JsonSchema> Schemas);
