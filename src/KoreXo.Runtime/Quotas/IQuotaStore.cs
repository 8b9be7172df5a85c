namespace KoreXo;

/// <summary>
/// Keeps count of calls against quotas. Implement it over shared storage to let several processes share the quotas of one client id.
/// </summary>
/// <remarks>
/// Queueing, fairness within the process, cancellation and <see cref="KoreXoClientOptions.MaxRateLimitWait"/> are the client's part; the
/// store only counts.
/// Its members are called from many threads. If <see cref="TryTakeAsync"/> or <see cref="EstimateAsync"/> throws, or takes longer than
/// <see cref="KoreXoClientOptions.AttemptTimeout"/>, the call fails before it is sent, with a transient <see cref="KoreXoException"/>, and
/// is retried. A failure of the others is logged and does not change the outcome of a call, which waits two seconds for them at most. See
/// <see cref="MemoryQuotaStore"/> for the one that is used by default.
/// </remarks>
public interface IQuotaStore
{
    /// <summary>Takes a permit if there is room in every window and calls are not held back.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether a permit was taken. It counts until <see cref="EndAsync"/>, and for the length of each window from then
    /// on.</returns>
    ValueTask<bool> TryTakeAsync(QuotaPartition partition, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken);

    /// <summary>
    /// Marks the call of a permit as over. When a call arrived at the server is known only to lie before its end, so the windows begin
    /// here.
    /// </summary>
    /// <param name="partition">What is counted together.</param>
    /// <returns>A task that ends when it is marked.</returns>
    ValueTask EndAsync(QuotaPartition partition);

    /// <summary>Holds all calls back for a while, because the server refused one.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="time">How long, from now.</param>
    /// <returns>A task that ends when it is noted.</returns>
    ValueTask HoldAsync(QuotaPartition partition, TimeSpan time);

    /// <summary>Says when a permit can be had at the earliest.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="ahead">How many calls get a permit before.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The time from now; zero when there is room.</returns>
    ValueTask<TimeSpan> EstimateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    );

    /// <summary>Tells how full the windows are.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The state.</returns>
    ValueTask<RateLimitState> GetStateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        CancellationToken cancellationToken
    );
}
