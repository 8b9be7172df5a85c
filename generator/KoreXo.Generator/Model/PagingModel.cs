namespace KoreXo.Generator.Model;

internal sealed record PagingModel
{
    public required string Style { get; init; }

    public required bool InBody { get; init; }

    public required string? Position { get; init; }

    public required string? Size { get; init; }

    public required int Start { get; init; }

    public required int? MaxSize { get; init; }

    public required string Items { get; init; }

    public required string? More { get; init; }

    public required string? Total { get; init; }

    public required TypeRef ItemType { get; init; }
}
