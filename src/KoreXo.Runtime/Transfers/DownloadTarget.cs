namespace KoreXo.Runtime;

/// <summary>What a download is written to, from where it stands. What it throws is not taken for a failure of the server's.</summary>
internal sealed class DownloadTarget(Stream stream)
{
    private readonly long _start = stream.CanSeek ? stream.Position : -1;

    /// <summary>
    /// Gets a value indicating whether the download can begin again. What is in a stream that cannot seek stays there.
    /// </summary>
    public bool CanRestart => _start >= 0;

    /// <summary>Goes back to the start, and cuts off what is behind.</summary>
    public void Restart()
    {
        if (!CanRestart)
        {
            return;
        }

        try
        {
            stream.SetLength(_start);
            stream.Position = _start;
        }
        catch (Exception fault)
        {
            throw new UnwritableTargetException(fault);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new UnwritableTargetException(fault);
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new UnwritableTargetException(fault);
        }
    }
}
