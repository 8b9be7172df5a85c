namespace KoreXo.Runtime;

/// <summary>Computes how long to wait before a retry.</summary>
internal static class Backoff
{
    private const double First = 0.8;
    private const double Last = 30;
    private const double Jitter = 0.2;

    // A little longer than asked, so that clients that were rate limited together do not retry together.
    private const double Tail = 0.1;

    /// <param name="repetition">The number of earlier retries.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Delay(int repetition, double random) =>
        Spread(TimeSpan.FromSeconds(Math.Min(First * Math.Pow(2, repetition), Last)), random);

    /// <summary>Varies a delay by a fifth in both directions, so that clients that started together do not retry together.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Spread(TimeSpan delay, double random) => delay * (1 + (Jitter * ((2 * random) - 1)));

    /// <summary>Gets the delay that the server asked for plus a tail; never shorter than the delay without the server's request.</summary>
    public static TimeSpan Delay(TimeSpan asked, int repetition, double random)
    {
        var own = Delay(repetition, random);
        return asked > own ? asked + (asked * (Tail * random)) : own;
    }
}
