using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>A stream whose items already exist.</summary>
internal sealed class StaticStream<T>(IEnumerable<StreamedItem<T>> items) : StreamedResult<T>
{
    public override async IAsyncEnumerable<StreamedItem<T>> AsEvents([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
