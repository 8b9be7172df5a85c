namespace KoreXo.Simulator;

/// <summary>Specifies how sessions are generated: spread evenly over a time range, with users and channels in turn.</summary>
public sealed class SessionSeed
{
    internal static readonly TimeSpan DefaultLength = TimeSpan.FromDays(6);

    /// <summary>Gets the number of messages in each session, at least 1: incoming and outgoing in turn, starting with the user.</summary>
    /// <value>The default is 6.</value>
    public int MessagesPerSession { get; init; } = 6;

    /// <summary>Gets the start of the first session.</summary>
    /// <value>The default, <see langword="null"/>, is six days before <see cref="To"/>.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the end of the last session.</summary>
    /// <value>The default, <see langword="null"/>, is now on the simulator's clock.</value>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the number of users, at least 1. They are the same in every seeding of a simulator.</summary>
    /// <value>The default is 10.</value>
    public int Users { get; init; } = 10;

    /// <summary>Gets the channels, at least one.</summary>
    /// <value>The default is <c>rtm</c> alone.</value>
    public IReadOnlyList<string> Channels { get; init; } = ["rtm"];

    /// <summary>
    /// Gets the interval of alert sessions: every n-th session is one of an alert task, whose messages V2 histories omit; 0 for none.
    /// </summary>
    /// <value>The default is 0.</value>
    public int AlertEvery { get; init; }
}
