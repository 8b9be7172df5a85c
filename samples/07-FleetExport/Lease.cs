namespace FleetExport;

/// <summary>
/// An item that this worker holds. The lease is extended in the background; when that was not possible in time, or another worker has
/// taken the item, <see cref="Lost"/> is canceled.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    // With each renewal, the status learns of the progress.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly WorkQueue _queue;
    private readonly TimeSpan _length;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;
    private long _rows;

    /// <param name="queue">The queue.</param>
    /// <param name="item">The item, which was just taken.</param>
    /// <param name="length">The length of the lease.</param>
    /// <param name="asked">The timestamp of the request for it, which the lease begins after.</param>
    /// <param name="clock">The clock of this process: only how much time passes on it matters.</param>
    public Lease(WorkQueue queue, WorkItem item, TimeSpan length, long asked, TimeProvider clock)
    {
        (_queue, Item, _length, _clock) = (queue, item, length, clock);
        _lost = new CancellationTokenSource(Left(asked), clock);
        _renewing = RenewAsync();
    }

    public WorkItem Item { get; }

    /// <summary>Gets the token that is canceled when the item is no longer held.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Records the number of rows so far, which the next renewal publishes.</summary>
    public void Report(long rows) => Interlocked.Exchange(ref _rows, rows);

    /// <summary>
    /// Moves the file into place and marks the item as done, if it is still held. If another worker takes it between the two, that one
    /// replaces the file by its own.
    /// </summary>
    /// <returns><see langword="false"/> if another worker has taken the item.</returns>
    /// <exception cref="FileNotFoundException">Another worker has taken the item and removed the file.</exception>
    public async Task<bool> CompleteAsync(ItemFile file, long rows, CancellationToken cancellationToken)
    {
        file.Close();
        await StopAsync();
        var asked = _clock.GetTimestamp();
        if (!await _queue.RenewAsync(Item, _length, rows, cancellationToken))
        {
            return false;
        }

        _lost.CancelAfter(Left(asked));
        file.MoveIntoPlace();
        return await _queue.CompleteAsync(Item, rows, file.Length, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
        _lost.Dispose();
    }

    private async Task StopAsync()
    {
        await _end.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, Lost);
        var pause = _length / 4 < LongestPause ? _length / 4 : LongestPause;
        try
        {
            while (true)
            {
                await Task.Delay(pause, _clock, either.Token);
                var asked = _clock.GetTimestamp();
                if (!await _queue.RenewAsync(Item, _length, Interlocked.Read(ref _rows), either.Token))
                {
                    await _lost.CancelAsync();
                    return;
                }

                _lost.CancelAfter(Left(asked));
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended, or the lease has: both are known to whoever works.
        }
    }

    private TimeSpan Left(long asked)
    {
        var left = _length - _clock.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
