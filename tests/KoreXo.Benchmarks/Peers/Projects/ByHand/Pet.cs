namespace Peers;

internal sealed class Pet
{
    public long? Id { get; set; }

    public string Name { get; set; } = "";

    public Named? Category { get; set; }

    public List<string> PhotoUrls { get; set; } = [];

    public List<Named>? Tags { get; set; }

    public string? Status { get; set; }
}
