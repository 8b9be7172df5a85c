namespace KoreXo.Simulator.Requests;

/// <summary>The part of a list that a request asks for.</summary>
internal sealed record PageWindow(long Skip, long Size)
{
    /// <summary>The page size if neither the request nor the platform's pages specify one.</summary>
    public const long DefaultSize = 50;

    /// <summary>Creates a window from a position in items.</summary>
    public static PageWindow AtItem(long? skip, long? size, long defaultSize = DefaultSize) =>
        new(Math.Max(skip ?? 0, 0), Math.Max(size ?? defaultSize, 0));

    // Page and size may each be any 64-bit integer in a valid request, and their product overflows. Clamped to 32 bits it does not, and a
    // page that far out is empty either way.
    /// <summary>Creates a window from a zero-based page number.</summary>
    public static PageWindow AtPage(long? page, long? size, long defaultSize = DefaultSize)
    {
        var length = Math.Clamp(size ?? defaultSize, 0, int.MaxValue);
        return new PageWindow(Math.Clamp(page ?? 0, 0, int.MaxValue) * length, length);
    }

    // By index and not by Skip and Take: the list may be a view of a million messages of which only the fifty asked for are created, and
    // reading the last page must not walk over all that come before it.
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

/// <summary>A page of a list, with the total number of items and whether more follow.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, bool HasMore);
