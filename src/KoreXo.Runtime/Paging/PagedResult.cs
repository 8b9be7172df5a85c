using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Makes lists for tests.</summary>
public static class PagedResult
{
    /// <summary>Makes a list of pages.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <returns>The list. A continuation begins after the page that has it; the size of the pages is as given.</returns>
    public static PagedResult<T> FromPages<T>(IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new StaticPages<T>(pages);
    }
}
