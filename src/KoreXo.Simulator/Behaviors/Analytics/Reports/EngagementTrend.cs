using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>The users of sessions by day: all, new and returning.</summary>
internal sealed class EngagementTrend
{
    private readonly int _days;

    /// <param name="sessions">The sessions, earliest first.</param>
    /// <param name="firstDays">The first day of each user, by user id.</param>
    /// <param name="first">The first counted day.</param>
    /// <param name="last">The last counted day.</param>
    public EngagementTrend(
        IReadOnlyList<SimulatedSession> sessions,
        IReadOnlyDictionary<string, DateTime> firstDays,
        DateTime first,
        DateTime last
    )
    {
        _days = (last - first).Days + 1;
        var byDay = sessions
            .GroupBy(session => session.StartedOn.UtcDateTime.Date)
            .Select(day => (Day: day.Key, Users: day.Select(session => session.UserId).Distinct(StringComparer.Ordinal).ToList()))
            .ToList();
        Unique = [.. byDay.Select(day => (day.Day, day.Users.Count))];
        New = [.. byDay.Select(day => (day.Day, day.Users.Count(user => firstDays[user] == day.Day)))];
        Returning = [.. byDay.Select(day => (day.Day, day.Users.Count(user => firstDays[user] < day.Day)))];
        UniqueUsers = sessions.DistinctBy(session => session.UserId, StringComparer.Ordinal).Count();
    }

    public IReadOnlyList<(DateTime Day, int Users)> Unique { get; }

    public IReadOnlyList<(DateTime Day, int Users)> New { get; }

    public IReadOnlyList<(DateTime Day, int Users)> Returning { get; }

    private int UniqueUsers { get; }

    public JsonObject Summary()
    {
        var newUsers = New.Sum(day => day.Users);
        return new JsonObject
        {
            ["uniqueUsers"] = UniqueUsers,
            ["newUsers"] = newUsers,
            // Not the sum of Returning, which counts a user once for each day. A user has only one first day, so newUsers counts each once.
            ["returningUsers"] = UniqueUsers - newUsers,
            ["avgUniqueUsersPerDay"] = Average(Unique),
            ["avgNewUsersPerDay"] = Average(New),
            ["avgReturningUsersPerDay"] = Average(Returning),
        };
    }

    private double Average(IReadOnlyList<(DateTime Day, int Users)> days) => Math.Round((double)days.Sum(day => day.Users) / _days, 2);
}
