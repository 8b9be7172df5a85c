namespace KoreXo;

/// <summary>Creates streams for tests.</summary>
public static class StreamedResult
{
    /// <summary>Creates a stream from items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The stream.</returns>
    public static StreamedResult<T> FromItems<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return FromItems(items.Select(static item => new StreamedItem<T>(item)));
    }

    /// <summary>Creates a stream from events.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items with the metadata of their events.</param>
    /// <returns>The stream.</returns>
    public static StreamedResult<T> FromItems<T>(IEnumerable<StreamedItem<T>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new Runtime.StaticStream<T>(items);
    }
}
