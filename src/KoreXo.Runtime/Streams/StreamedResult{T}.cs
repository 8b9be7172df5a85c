namespace KoreXo;

/// <summary>Items that are received one by one while they are enumerated, such as server-sent events or lines of JSON.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// The request is sent when the first item is requested, and a stream can be enumerated only once. If the enumeration ends normally, the
/// stream was complete: if the connection breaks or closes in the middle of an item, a <see cref="KoreXoException"/> is thrown. The call's
/// time limits end with the response headers; use the cancellation token for the stream itself. For tests, see
/// <see cref="StreamedResult.FromItems{T}(IEnumerable{T})"/>.
/// </remarks>
public class StreamedResult<T> : IAsyncEnumerable<T>
{
    /// <summary>Initializes a new instance of the <see cref="StreamedResult{T}"/> class; a derived class returns the items.</summary>
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

    /// <summary>Enumerates the items with the metadata of their events.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration, which closes the connection.</param>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidOperationException">The stream was already enumerated.</exception>
    /// <exception cref="KoreXoException">The request failed, an item cannot be read, or the stream ended early.</exception>
    public virtual IAsyncEnumerable<StreamedItem<T>> AsEvents(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{GetType().Name} must override {nameof(AsEvents)}.");
}
