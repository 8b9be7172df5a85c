namespace KoreXo;

/// <summary>An item of a stream, and what a server-sent event says of it.</summary>
/// <typeparam name="T">The type of the item.</typeparam>
/// <param name="Value">The item.</param>
public sealed record StreamedItem<T>(T Value)
{
    /// <summary>Gets the name of the event; <see langword="null"/> where it has none.</summary>
    public string? Event { get; init; }

    /// <summary>Gets the id of the event, or the last one before it; <see langword="null"/> where there was none.</summary>
    public string? Id { get; init; }
}
