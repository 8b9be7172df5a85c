using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>A value of one of several shapes.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>Gets the discriminator; null if only the JSON itself distinguishes the shapes.</summary>
    public required string? Discriminator { get; init; }

    public required EquatableArray<UnionCase> Cases { get; init; }

    /// <summary>Gets a value indicating whether responses or webhooks contain the union, so that callers ask for its shape.</summary>
    public bool IsReceived { get; init; }
}
