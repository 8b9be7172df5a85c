namespace FleetExport;

/// <summary>One file to export: the sessions or the messages of a bot on one day (UTC).</summary>
/// <param name="Bot">The id of the bot.</param>
/// <param name="Day">The day.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Attempt">The fencing token: it rises whenever the item changes hands, so that a late worker is recognized.</param>
internal sealed record WorkItem(string Bot, DateOnly Day, string Kind, int Attempt)
{
    public const string Sessions = "sessions";
    public const string Messages = "messages";

    public static IReadOnlyList<string> Kinds { get; } = [Sessions, Messages];

    /// <summary>Gets the time of the first row that belongs to the item.</summary>
    public DateTimeOffset From => new(Day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>
    /// Gets the time of the last one: the platform's times have millisecond precision, and its windows include both bounds.
    /// </summary>
    public DateTimeOffset To => From.AddDays(1) - TimeSpan.FromMilliseconds(1);

    public override string ToString() => FormattableString.Invariant($"{Bot} {Day:yyyy-MM-dd} {Kind}");
}
