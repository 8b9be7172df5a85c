namespace KoreXo.Generator.Model;

/// <summary>A type to emit.</summary>
internal abstract record TypeModel
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required bool IsDeprecated { get; init; }

    /// <summary>
    /// Gets a value indicating whether only responses with pages contain the type, around their items; it is not emitted then.
    /// </summary>
    public bool IsEnvelope { get; init; }
}
