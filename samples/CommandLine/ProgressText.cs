namespace KoreXo.Samples;

/// <summary>
/// Reports progress as text on the calling thread, and skips repeated lines. <see cref="Progress{T}"/> posts to another thread, so lines
/// would be out of order.
/// </summary>
internal sealed class ProgressText<T>(Action<string> show, Func<T, string> text) : IProgress<T>
{
    private string? _last;

    public void Report(T value)
    {
        var now = text(value);
        if (now != _last)
        {
            _last = now;
            show(now);
        }
    }
}
