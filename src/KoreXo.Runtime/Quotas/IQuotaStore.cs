namespace KoreXo;

/// <summary>
/// Counts calls against rate limits. Implement it over shared storage to let several processes share the rate limits of one client ID.
/// </summary>
/// <remarks>
/// Queueing, fairness within the process, cancellation and <see cref="KoreXoClientOptions.MaxRateLimitWait"/> are handled by the client;
/// the store only counts. Its members are called from many threads. If <see cref="TryTakeAsync"/> or <see cref="EstimateAsync"/> throws, or
/// takes longer than <see cref="KoreXoClientOptions.AttemptTimeout"/>, the call fails before it is sent, with a transient
/// <see cref="KoreXoException"/>, and is retried. Failures of the other members are logged and do not change the outcome of a call, which
/// waits at most two seconds for them. The default implementation is <see cref="MemoryQuotaStore"/>.
/// </remarks>
public interface IQuotaStore
{
    /// <summary>Acquires a permit if every window has capacity and requests are not paused.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns><see langword="true"/> if a permit was acquired. It counts until <see cref="EndAsync"/>, and for the length of each window
    /// from then on.</returns>
    ValueTask<bool> TryTakeAsync(QuotaPartition partition, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken);

    /// <summary>
    /// Releases the permit of a completed call. All that is known about when a call arrived at the server is that it was before its end, so
    /// the windows start here.
    /// </summary>
    /// <param name="partition">What is counted together.</param>
    /// <returns>A task that completes when the release is recorded.</returns>
    ValueTask EndAsync(QuotaPartition partition);

    /// <summary>Pauses all requests for a while, because the server rate limited one.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="time">The length of the pause, from now.</param>
    /// <returns>A task that completes when the pause is recorded.</returns>
    ValueTask HoldAsync(QuotaPartition partition, TimeSpan time);

    /// <summary>Estimates the earliest time at which a permit will be available.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="ahead">The number of calls that acquire a permit first.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time from now; zero if there is capacity.</returns>
    ValueTask<TimeSpan> EstimateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    );

    /// <summary>Gets the remaining capacity of the windows.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state.</returns>
    ValueTask<RateLimitState> GetStateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        CancellationToken cancellationToken
    );
}
