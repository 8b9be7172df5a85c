namespace KoreXo;

/// <summary>A list that is fetched page by page while it is enumerated.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Nothing is sent until the first item is requested, and no page before it is needed. Each enumeration starts over. For tests, see
/// <see cref="PagedResult.FromPages{T}"/>.
/// </remarks>
public class PagedResult<T> : IAsyncEnumerable<T>
{
    /// <summary>Initializes a new instance of the <see cref="PagedResult{T}"/> class; a derived class returns the pages.</summary>
    protected PagedResult() { }

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
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
    /// <param name="continuation">The <see cref="Page{T}.Continuation"/> of a page, to resume after it; <see langword="null"/> to start at
    /// the beginning.</param>
    /// <param name="pageSize">The number of items per page; <see langword="null"/> for the size in the call, or otherwise the largest that
    /// the server allows. Larger values are reduced to that.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The pages; at least one, unless the list is resumed at its end.</returns>
    /// <exception cref="ArgumentException">The continuation token is corrupt, or of another operation or version.</exception>
    public virtual IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException($"{GetType().Name} must override {nameof(AsPages)}.");

    /// <summary>Returns the same list without the items that cannot be read because a required member has the wrong type.</summary>
    /// <returns>A list whose pages contain the other items, and the skipped ones in <see cref="Page{T}.Unreadable"/>. A response that is
    /// not JSON still fails. A list created from pages is returned unchanged.</returns>
    public virtual PagedResult<T> SkipUnreadable() => this;
}
