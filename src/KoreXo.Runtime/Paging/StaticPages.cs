using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>A list whose pages already exist.</summary>
internal sealed class StaticPages<T>(IEnumerable<Page<T>> pages) : PagedResult<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        CancellationToken cancellationToken = default
    )
    {
        if (continuation is null)
        {
            return Enumerate(pages, cancellationToken);
        }

        var after = pages.SkipWhile(page => page.Continuation != continuation);
        return after.Any()
            ? Enumerate(after.Skip(1), cancellationToken)
            : throw new ArgumentException("No page has this continuation.", nameof(continuation));
    }

    private static async IAsyncEnumerable<Page<T>> Enumerate(
        IEnumerable<Page<T>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
