namespace KoreXo.Simulator;

/// <summary>How sessions are made up: spread evenly over a stretch of time, over users and channels in turn.</summary>
public sealed class SessionSeed
{
    /// <summary>The number of messages in each session, at least 1: incoming and outgoing in turn, the user begins.</summary>
    /// <value>The default is 6.</value>
    public int MessagesPerSession { get; init; } = 6;

    /// <summary>When the first session begins.</summary>
    /// <value>The default, <see langword="null"/>, is six days before <see cref="To"/>.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>When the last session has ended.</summary>
    /// <value>The default, <see langword="null"/>, is now, by the clock of the simulator.</value>
    public DateTimeOffset? To { get; init; }

    /// <summary>The number of users, at least 1. They are the same in each seeding of a simulator.</summary>
    /// <value>The default is 10.</value>
    public int Users { get; init; } = 10;

    /// <summary>The channels, at least one.</summary>
    /// <value>The default is <c>rtm</c> alone.</value>
    public IReadOnlyList<string> Channels { get; init; } = ["rtm"];

    /// <summary>
    /// That each so many-eth session is one of an alert task, whose messages the V2 histories leave out; 0 for none.
    /// </summary>
    /// <value>The default is 0.</value>
    public int AlertEvery { get; init; }
}
