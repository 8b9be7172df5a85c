namespace KoreXo;

/// <summary>A list that is fetched page by page while it is enumerated.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Nothing is sent before the first item is asked for, and no page before it is needed. Each enumeration starts anew. For tests, see
/// <see cref="PagedResult.FromPages{T}"/>.
/// </remarks>
public class PagedResult<T> : IAsyncEnumerable<T>
{
    /// <summary>Makes a list whose pages a subclass gives.</summary>
    protected PagedResult() { }

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The items.</returns>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            for (var index = 0; index < page.Items.Count; index++)
            {
                yield return page.Items[index];
            }
        }
    }

    /// <summary>Enumerates the pages.</summary>
    /// <param name="continuation">The <see cref="Page{T}.Continuation"/> of a page, to begin after it; <see langword="null"/> to begin at
    /// the start.</param>
    /// <param name="pageSize">The number of items on a page; <see langword="null"/> for the size of the call, else the largest that the
    /// server allows, to which a larger one is cut.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages; at least one, unless the list is taken up at its end.</returns>
    /// <exception cref="ArgumentException">The continuation is broken, or of another operation or version.</exception>
    public virtual IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException($"{GetType().Name} must override {nameof(AsPages)}.");

    /// <summary>Gives the same list without the items that cannot be read, because a required member is not of its type.</summary>
    /// <returns>A list whose pages hold the other items, and the skipped ones in <see cref="Page{T}.Unreadable"/>. A response that is no
    /// JSON still fails. A list whose pages are there already is given as it is.</returns>
    public virtual PagedResult<T> SkipUnreadable() => this;
}
