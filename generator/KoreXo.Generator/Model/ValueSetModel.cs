using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>A set of known strings, or of integers with names in the document; other values are preserved.</summary>
internal sealed record ValueSetModel : TypeModel
{
    public required EquatableArray<ValueModel> Values { get; init; }

    /// <summary>Gets a value indicating whether the document rules out other values.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Gets the type of the values: a string, or an integer of 32 or 64 bits.</summary>
    public ScalarKind Kind { get; init; } = ScalarKind.String;
}
