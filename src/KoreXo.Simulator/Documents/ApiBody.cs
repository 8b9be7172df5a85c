using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>The body of an operation, with one schema for each accepted media type.</summary>
internal sealed record ApiBody(bool Required, IReadOnlyDictionary<string, JsonSchema> Schemas);
