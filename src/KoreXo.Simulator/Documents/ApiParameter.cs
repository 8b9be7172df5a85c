using KoreXo.OpenApi.Document;
using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>A parameter outside the body.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation Place, bool Required, JsonSchema Schema)
{
    /// <summary>Gets the style in which lists and objects are written, such as <c>form</c>; null for the default of the place.</summary>
    public string? Style { get; init; }

    /// <summary>Gets a value indicating whether each item or member is written separately; null for the default of the style.</summary>
    public bool? Explode { get; init; }

    /// <summary>Gets a value indicating whether the value is sent as JSON.</summary>
    public bool IsJson { get; init; }
}
