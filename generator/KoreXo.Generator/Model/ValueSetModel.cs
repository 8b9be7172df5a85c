namespace KoreXo.Generator.Model;

/// <summary>Strings with known values; other values pass too.</summary>
internal sealed record ValueSetModel : TypeModel
{
    public required EquatableArray<ValueModel> Values { get; init; }

    /// <summary>True where the document says that no other value occurs.</summary>
    public required bool IsClosed { get; init; }
}
