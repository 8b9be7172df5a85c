namespace KoreXo.Samples;

/// <summary>
/// Tells progress as a text, each text once, and where it is told: <see cref="Progress{T}"/> posts to another thread, and lines would
/// come out of order.
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
