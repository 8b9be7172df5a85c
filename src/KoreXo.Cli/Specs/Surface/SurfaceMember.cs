namespace KoreXo.Cli.Specs.Surface;

/// <summary>A public type or member of an emitted client.</summary>
internal sealed record SurfaceMember
{
    /// <summary>What it is found by in another version: <c>Pet</c>, <c>Pet.Age</c>, <c>Pet.Cat.Value</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The type it is a member of; null for a type at the top.</summary>
    public required string? Owner { get; init; }

    /// <summary>The declaration without its parameters.</summary>
    public required string Head { get; init; }

    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>What a method gives, as it is shown to people.</summary>
    public string Returns { get; init; } = "";

    /// <summary>What a method takes, as it is shown to people: without the two parameters that every method ends with.</summary>
    public string Takes { get; init; } = "";

    /// <summary>True where the compiler insists that callers set it.</summary>
    public bool MustBeSet { get; init; }

    /// <summary>
    /// How the whole is shown to people: a type by its name, a property by its type, a method by what it gives and takes.
    /// </summary>
    public required string Display { get; init; }

    public bool IsSameAs(SurfaceMember other) => Head == other.Head && Parameters.SequenceEqual(other.Parameters, StringComparer.Ordinal);
}
