using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

internal sealed record PagingModel
{
    public required string Style { get; init; }

    public required bool InBody { get; init; }

    public required string? Position { get; init; }

    public required string? Size { get; init; }

    public required int Start { get; init; }

    public required int? MaxSize { get; init; }

    /// <summary>Gets the page size that is requested if the caller requests none; null for <see cref="MaxSize"/>.</summary>
    public required int? DefaultSize { get; init; }

    public required string Items { get; init; }

    /// <summary>Gets the members of the response that are not items, if the items are its other members.</summary>
    public required EquatableArray<string> Beside { get; init; }

    /// <summary>Gets a value indicating whether position and size are strings in the body.</summary>
    public required bool IsText { get; init; }

    public required string? More { get; init; }

    public required string? Total { get; init; }

    public required TypeRef ItemType { get; init; }

    /// <summary>True where the answer may be an item instead of a list of one.</summary>
    public required bool MayBeLone { get; init; }
}
