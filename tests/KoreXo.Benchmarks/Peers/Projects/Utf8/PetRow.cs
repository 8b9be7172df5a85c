namespace Peers;

internal sealed class PetRow
{
    public long? Id { get; set; }

    public string Name { get; set; } = "";

    public NamedRow? Category { get; set; }

    public List<string> PhotoUrls { get; set; } = [];

    public List<NamedRow>? Tags { get; set; }

    public string? Status { get; set; }
}
