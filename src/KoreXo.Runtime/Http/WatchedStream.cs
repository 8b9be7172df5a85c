namespace KoreXo.Runtime;

/// <summary>The body of a response that its caller reads after the call: a read fails if nothing arrives for a while.</summary>
internal sealed class WatchedStream(Stream source, TimeSpan limit, string setting, TimeProvider clock) : ReadOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) => source.Read(buffer, offset, count);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new IdleTimer(clock, limit, cancellationToken);
        try
        {
            return await source.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (silence.Elapsed)
        {
            throw new IOException($"Nothing was received within {limit} ({setting}).", new TimeoutException(fault.Message, fault));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
