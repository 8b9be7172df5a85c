using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>Strings, or integers that the document gives names, with known values; other values pass too.</summary>
internal sealed record ValueSetModel : TypeModel
{
    public required EquatableArray<ValueModel> Values { get; init; }

    /// <summary>True where the document says that no other value occurs.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The type of the values: a string, or an integer of 32 or 64 bits.</summary>
    public ScalarKind Kind { get; init; } = ScalarKind.String;
}
