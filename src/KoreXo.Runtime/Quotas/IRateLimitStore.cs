namespace KoreXo;

/// <summary>
/// Counts calls against rate limits. Implement it over shared storage to let several processes share the rate limits of one client ID; the
/// packages KoreXo.Redis and KoreXo.PostgreSql do so.
/// </summary>
/// <remarks>
/// <para>Queueing, fairness within the process and <see cref="KoreXoClientOptions.MaxRateLimitWait"/> are handled by the client; the store
/// only counts. Its members are called from many threads. Each receives a token that is canceled when the result is no longer needed or
/// the time limit is reached: 5 seconds to acquire a permit, 2 seconds for anything else. The client does not wait longer, even if the
/// store ignores the token.</para>
/// <para>If a permit cannot be acquired because the store throws or does not respond, <see
/// cref="KoreXoClientOptions.RateLimitStoreFailure"/> decides what happens. Failures of the other members are logged and do not change the
/// outcome of a call. The default implementation is <see cref="MemoryRateLimitStore"/>.</para>
/// </remarks>
public interface IRateLimitStore
{
    /// <summary>Acquires a permit if every window has capacity and requests are not paused.</summary>
    /// <param name="permit">
    /// The permit. It counts until it is released or its lifetime ends, and for the length of each window from then on. Acquiring it again
    /// by the same ID changes nothing: a client does so if it does not know whether the first time succeeded.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation. If the client cancels it, it releases the permit as unused, in case
    /// it was acquired.</param>
    /// <returns>Whether the permit was acquired and, if not, how long to wait.</returns>
    ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken);

    /// <summary>
    /// Releases a permit. All that is known about when a request arrived at the server is that it was before its end, so the windows start
    /// here.
    /// </summary>
    /// <param name="permit">The permit. It may be unknown: if it was used, it counts from now on all the same.</param>
    /// <param name="isUsed"><see langword="false"/> if nothing was sent, so that the permit no longer counts at all.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the release is recorded.</returns>
    ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken);

    /// <summary>Pauses all requests for a while, because the server rate limited one.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="time">The length of the pause, from now.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the pause is recorded.</returns>
    ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>
    /// Estimates the earliest time at which a permit will be available to a call in the queue. Not called as long as a permit is available.
    /// </summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="ahead">The number of calls that acquire a permit first.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time from now; zero if there is capacity.</returns>
    ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    );

    /// <summary>Gets the remaining capacity of the windows.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state.</returns>
    ValueTask<RateLimitState> GetStateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Waits until a permit may be available earlier than <see cref="TryAcquireAsync"/> returned, such as because another process released
    /// one unused. A store that cannot notify the client need not implement it: the client then tries again at the time returned.
    /// </summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="cancellationToken">A token to cancel the operation: the time returned has passed, or the call was canceled.</param>
    /// <returns>A task that completes when it is worth trying again.</returns>
    async ValueTask WaitForCapacityAsync(RateLimitPartition partition, CancellationToken cancellationToken) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
}
