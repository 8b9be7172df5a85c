namespace KoreXo;

/// <summary>How often, and how long, the status of a job is asked for. The delay grows by half each time; a random fifth more or less keeps many waits from falling together.</summary>
public sealed record JobPolling
{
    /// <summary>Gets the delay before the first question.</summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan InitialDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest delay.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long to wait for the end of the job; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for ever.</summary>
    /// <value>The default is 30 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    internal static JobPolling Default { get; } = new();

    internal void Check(string parameter)
    {
        if (InitialDelay < TimeSpan.Zero || MaxDelay < InitialDelay)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{nameof(InitialDelay)} must not be negative, nor longer than {nameof(MaxDelay)}.");
        }

        if (Timeout <= TimeSpan.Zero && Timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{nameof(Timeout)} must be positive or infinite.");
        }
    }
}
