using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>A value of one of several shapes.</summary>
internal sealed record UnionModel : TypeModel
{
    /// <summary>The member that tells the shapes apart; null where the JSON itself has to.</summary>
    public required string? Discriminator { get; init; }

    public required EquatableArray<UnionCase> Cases { get; init; }
}
