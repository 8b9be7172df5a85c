using KoreXo.OpenApi.Document;
using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>A parameter outside the body.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation Place, bool Required, JsonSchema Schema);
