namespace KoreXo.Cli.Specs.Surface;

/// <summary>A public type or member of an emitted client.</summary>
internal sealed record SurfaceMember
{
    /// <summary>Gets the key that identifies the member in another version: <c>Pet</c>, <c>Pet.Age</c>, <c>Pet.Cat.Value</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the containing type; null for a top-level type.</summary>
    public required string? Owner { get; init; }

    /// <summary>Gets the declaration without its parameters.</summary>
    public required string Head { get; init; }

    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Gets the return type of a method, for display.</summary>
    public string Returns { get; init; } = "";

    /// <summary>Gets the parameters of a method, for display: without the two that every method ends with.</summary>
    public string Takes { get; init; } = "";

    /// <summary>Gets a value indicating whether the compiler requires callers to set the member.</summary>
    public bool MustBeSet { get; init; }

    /// <summary>Gets the display form: the name of a type, the type of a property, the result and parameters of a method.</summary>
    public required string Display { get; init; }

    public bool IsSameAs(SurfaceMember other) => Head == other.Head && Parameters.SequenceEqual(other.Parameters, StringComparer.Ordinal);
}
