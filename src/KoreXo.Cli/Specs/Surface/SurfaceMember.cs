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

    /// <summary>True where the compiler insists that callers set it.</summary>
    public bool MustBeSet { get; init; }

    /// <summary>How it is shown to people.</summary>
    public required string Display { get; init; }

    public bool IsSameAs(SurfaceMember other) => Head == other.Head && Parameters.SequenceEqual(other.Parameters, StringComparer.Ordinal);
}
