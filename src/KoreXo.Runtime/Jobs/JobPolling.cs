using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// Controls how often, and for how long, the status of a job is polled. The delay grows by half each time, and varies randomly by a fifth
/// in both directions so that concurrent waits do not poll in lockstep.
/// </summary>
public sealed record JobPolling
{
    /// <summary>
    /// Gets the delay before the first poll; zero to poll immediately. Later polls are always at least 100 milliseconds apart.
    /// </summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets the longest delay between two polls: positive, at most 49 days, and not shorter than <see cref="InitialDelay"/>.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets the maximum time to wait for the job to end; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    /// <value>The default is 30 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gets states that count as failed in addition to those that the API documents, even if it documents them differently. Case,
    /// <c>-</c>, <c>_</c> and spaces are ignored.
    /// </summary>
    /// <value>Empty by default. An undocumented state counts as failed without being listed if its words mean failure, such as
    /// <c>IMPORT_FAILED</c>, <c>error</c>, <c>Aborted</c>, <c>cancelled</c>, <c>rejected</c> or <c>expired</c>; for any other, polling
    /// continues.</value>
    public IReadOnlyCollection<string> FailedStates { get; init; } = [];

    internal static JobPolling Default { get; } = new();

    internal void Check(string parameter)
    {
        if (InitialDelay < TimeSpan.Zero || MaxDelay < InitialDelay)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                $"{nameof(InitialDelay)} must not be negative or longer than {nameof(MaxDelay)}."
            );
        }

        if (MaxDelay <= TimeSpan.Zero || MaxDelay > ClientSettings.LongestLimit)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                $"{nameof(MaxDelay)} must be positive and at most {ClientSettings.LongestLimit.Days} days."
            );
        }

        if (Timeout <= TimeSpan.Zero && Timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{nameof(Timeout)} must be positive or infinite.");
        }

        if (FailedStates is null || FailedStates.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"{nameof(FailedStates)} must not be null or contain an empty state.", parameter);
        }
    }
}
