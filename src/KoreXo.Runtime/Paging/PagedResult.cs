using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Creates lists for tests.</summary>
public static class PagedResult
{
    /// <summary>Creates a list from pages.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <returns>The list. A continuation token resumes after the page that has it; the page size is that of the given pages.</returns>
    public static PagedResult<T> FromPages<T>(IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new StaticPages<T>(pages);
    }
}
