namespace KoreXo;

/// <summary>What happens to calls while the rate limit store is unavailable.</summary>
public enum RateLimitStoreFailure
{
    /// <summary>
    /// Calls wait up to 30 seconds for the store to respond again, within the time that they may wait for a rate limit, and then fail
    /// before they are sent. The rate limit is never exceeded.
    /// </summary>
    FailClosed,

    /// <summary>
    /// Calls are sent; meanwhile each process counts only its own calls. Several processes may exceed the rate limit together, and the
    /// server then rejects calls, which are retried.
    /// </summary>
    FailOpen,
}
