using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>A parameter outside of the body.</summary>
internal sealed record ApiParameter(string Name, ParameterPlace Place, bool Required, JsonSchema Schema);
