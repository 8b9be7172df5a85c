namespace KoreXo.Runtime;

/// <summary>How long to wait before a repetition that nobody gave a time for.</summary>
internal static class Backoff
{
    private const double First = 0.8;
    private const double Last = 30;
    private const double Spread = 0.2;

    // A little longer than asked, so that clients that were refused together do not come back together.
    private const double Tail = 0.1;

    /// <param name="repetition">How many repetitions there were before.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Delay(int repetition, double random)
    {
        var delay = Math.Min(First * Math.Pow(2, repetition), Last);
        return TimeSpan.FromSeconds(delay * (1 + (Spread * ((2 * random) - 1))));
    }

    /// <summary>What the server asked for, with a tail; never shorter than without its asking.</summary>
    public static TimeSpan Delay(TimeSpan asked, int repetition, double random)
    {
        var own = Delay(repetition, random);
        return asked > own ? asked + (asked * (Tail * random)) : own;
    }
}
