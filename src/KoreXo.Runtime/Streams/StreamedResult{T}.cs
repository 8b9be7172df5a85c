namespace KoreXo;

/// <summary>Items that are received one by one while they are enumerated, such as server-sent events or lines of JSON.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// The request is sent when the first item is asked for, and a stream is enumerated once. An enumeration that ends was complete: where
/// the connection breaks, or ends in the middle of an item, a <see cref="KoreXoException"/> says so. The call's time limits end with the
/// head of the response; the stream takes a cancellation token. For tests, see
/// <see cref="StreamedResult.FromItems{T}(IEnumerable{T})"/>.
/// </remarks>
public class StreamedResult<T> : IAsyncEnumerable<T>
{
    /// <summary>Initializes a new instance of the <see cref="StreamedResult{T}"/> class, whose items a derived class gives.</summary>
    protected StreamedResult() { }

    /// <summary>Enumerates the items.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration, which closes the connection.</param>
    /// <returns>The items.</returns>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var item in AsEvents(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Value;
        }
    }

    /// <summary>Enumerates the items with what their events say.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration, which closes the connection.</param>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    /// <exception cref="KoreXoException">The request failed, an item cannot be read, or the stream broke off.</exception>
    public virtual IAsyncEnumerable<StreamedItem<T>> AsEvents(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{GetType().Name} must override {nameof(AsEvents)}.");
}
