using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// How often, and how long, the status of a job is polled. The delay grows by half each time; a random fifth more or less keeps many
/// waits from falling together.
/// </summary>
public sealed record JobPolling
{
    /// <summary>
    /// Gets the delay before the first poll; zero to poll immediately. Later polls are at least 100 milliseconds apart, whatever is set.
    /// </summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets the longest delay between two polls: positive, at most 49 days, and not shorter than <see cref="InitialDelay"/>.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets how long to wait for the end of the job; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    /// <value>The default is 30 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Gets states that fail the job besides those that the API documents, also where it documents them as something else. They are
    /// compared without case, <c>-</c>, <c>_</c> and blanks.
    /// </summary>
    /// <value>Empty. An undocumented state fails the job without being listed if its words mean failure, such as <c>IMPORT_FAILED</c>,
    /// <c>error</c>, <c>Aborted</c>, <c>cancelled</c>, <c>rejected</c> or <c>expired</c>; any other is polled on.</value>
    public IReadOnlyCollection<string> FailedStates { get; init; } = [];

    internal static JobPolling Default { get; } = new();

    internal void Check(string parameter)
    {
        if (InitialDelay < TimeSpan.Zero || MaxDelay < InitialDelay)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                $"{nameof(InitialDelay)} must not be negative, nor longer than {nameof(MaxDelay)}."
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
            throw new ArgumentException($"{nameof(FailedStates)} must not be null, nor hold an empty state.", parameter);
        }
    }
}
