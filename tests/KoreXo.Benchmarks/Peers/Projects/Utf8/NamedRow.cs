namespace Peers;

/// <summary>A category or a tag.</summary>
internal sealed class NamedRow
{
    public long? Id { get; set; }

    public string? Name { get; set; }
}
