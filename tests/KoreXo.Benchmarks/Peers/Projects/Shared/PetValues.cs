namespace Peers;

/// <summary>What a client decoded, in the same form for all.</summary>
public sealed record PetValues(long? Id, string? Name, long? CategoryId, string? Category, string Photos, string Tags, string? Status)
{
    public static PetValues From(
        long? id,
        string? name,
        (long? Id, string? Name) category,
        IEnumerable<string>? photos,
        IEnumerable<(long? Id, string? Name)>? tags,
        string? status
    ) =>
        new(
            id,
            name,
            category.Id,
            category.Name,
            string.Join(' ', photos ?? []),
            string.Join(' ', (tags ?? []).Select(static tag => $"{tag.Id}:{tag.Name}")),
            status
        );
}
