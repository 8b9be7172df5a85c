namespace KoreXo.Simulator.Requests;

/// <summary>The part of a list that a request asks for.</summary>
internal sealed record PageWindow(long Skip, long Size)
{
    /// <summary>The page size if neither the request nor the platform's pages specify one.</summary>
    private const long DefaultSize = 50;

    /// <summary>Creates a window from a position in items.</summary>
    public static PageWindow AtItem(long? skip, long? size, long defaultSize = DefaultSize) =>
        new(Math.Max(skip ?? 0, 0), Math.Max(size ?? defaultSize, 0));

    /// <summary>Creates a window from a zero-based page number.</summary>
    public static PageWindow AtPage(long? page, long? size, long defaultSize = DefaultSize)
    {
        var length = Math.Clamp(size ?? defaultSize, 0, int.MaxValue);
        return new PageWindow(Math.Clamp(page ?? 0, 0, int.MaxValue) * length, length);
    }

    public Page<T> Of<T>(IReadOnlyList<T> all)
    {
        var start = (int)Math.Min(Skip, all.Count);
        var count = (int)Math.Min(Size, all.Count - start);
        var items = new T[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = all[start + index];
        }

        return new Page<T>(items, all.Count, start + count < all.Count);
    }
}
