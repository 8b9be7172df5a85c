namespace KoreXo.Runtime;

/// <summary>
/// The stream that a download is written to, from its current position. Its exceptions are not treated as failures of the server.
/// </summary>
internal sealed class DownloadTarget(Stream stream)
{
    private readonly long _start = stream.CanSeek ? stream.Position : -1;

    /// <summary>
    /// Gets a value indicating whether the download can start over. If a stream cannot seek, what was written stays.
    /// </summary>
    public bool CanRestart => _start >= 0;

    /// <summary>Returns to the start, and truncates what follows.</summary>
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
