namespace KoreXo;

/// <summary>An item of a stream, with the metadata of its server-sent event.</summary>
/// <typeparam name="T">The type of the item.</typeparam>
/// <param name="Value">The item.</param>
public sealed record StreamedItem<T>(T Value)
{
    /// <summary>Gets the name of the event; <see langword="null"/> if it has none.</summary>
    public string? Event { get; init; }

    /// <summary>Gets the ID of the event, or the last one before it; <see langword="null"/> if there was none.</summary>
    public string? Id { get; init; }
}
