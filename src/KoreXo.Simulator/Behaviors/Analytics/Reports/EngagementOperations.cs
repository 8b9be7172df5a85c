using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>Counts the users of a bot by day or hour, in UTC.</summary>
internal sealed class EngagementOperations(PlatformState platform) : IOperationFamily
{
    private const int HoursOfDay = 24;

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("getUserEngagementTrend", Get), new OperationBehavior("getUserEngagementTrendV2", GetV2)];

    private JsonObject Get(OperationCall call)
    {
        var query = call.Parameters;
        var channel = query.Optional("channels");
        var isDaily = query.Optional("aggregation_type") == "Daily";
        var sessions = Find(call, session => channel is null || session.Channel == channel);
        var rows = sessions.GroupBy(session => session.StartedOn.UtcDateTime.Date).Select(day => Row(day.Key, [.. day], isDaily)).ToList();
        return new JsonObject { ["results"] = WireValue.Array(rows), ["totalResults"] = rows.Count };
    }

    /// <summary>Returns a row; by hour, it has a member for each hour with users.</summary>
    private static JsonObject Row(DateTime day, IReadOnlyList<SimulatedSession> sessions, bool isDaily)
    {
        var row = new JsonObject { ["date"] = Words(day) };
        if (isDaily)
        {
            row["users"] = Users(sessions);
            return row;
        }

        foreach (var hour in sessions.GroupBy(session => session.StartedOn.UtcDateTime.Hour))
        {
            row[$"{hour.Key} - {(hour.Key + 1) % HoursOfDay}"] = Users([.. hour]);
        }

        return row;
    }

    private JsonObject GetV2(OperationCall call)
    {
        var query = call.Parameters;
        var channel = query.Text("channels");
        var type = query.Optional("conversationType") ?? "All";
        var status = query.Optional("conversationStatus") ?? "All";
        var sessions = Find(
            call,
            session =>
                (channel == "All" || session.Channel == channel)
                && (type == "All" || session.IsAlert == (type == "Non Interactive"))
                && status != "Active"
        ); // All simulated sessions are closed.
        var (first, last) = Days(call);
        var isDaily = query.Optional("aggregation_type") == "daily";
        var trend = new EngagementTrend(sessions, FirstDays(platform.BotOf(call)), first, last);
        return new JsonObject
        {
            ["summary"] = trend.Summary(),
            ["uniqueUsersTrend"] = Points(trend.Unique, isDaily),
            ["newUsersTrend"] = Points(trend.New, isDaily),
            ["returningUsersTrend"] = Points(trend.Returning, isDaily),
            ["filters"] = new JsonObject
            {
                ["start"] = Words(first),
                ["end"] = Words(last),
                ["conversationType"] = type.ToLowerInvariant(),
                ["conversationStatus"] = status.ToLowerInvariant(),
                ["aggregationType"] = isDaily ? "daily" : "hourly",
                ["dataPointsCount"] = trend.Unique.Count,
            },
        };
    }

    /// <summary>Returns the points; what a point by hour has besides its day is not documented.</summary>
    private static JsonObject Points(IReadOnlyList<(DateTime Day, int Users)> points, bool isDaily) =>
        new()
        {
            ["dataPoints"] = WireValue.Array(
                points.Select(point =>
                    isDaily
                        ? new JsonObject { ["date"] = Words(point.Day), ["users"] = point.Users }
                        : new JsonObject { ["date"] = Words(point.Day) }
                )
            ),
        };

    private IReadOnlyList<SimulatedSession> Find(OperationCall call, Func<SimulatedSession, bool> condition) =>
        platform
            .Conversations.Sessions(platform.BotOf(call))
            .Find(TimeWindow.Read(call.Parameters.Text("start_date"), call.Parameters.Text("end_date")), latestFirst: false, condition);

    private static (DateTime First, DateTime Last) Days(OperationCall call) =>
        (
            TimeWindow.Moment(call.Parameters.Text("start_date")).UtcDateTime.Date,
            TimeWindow.Moment(call.Parameters.Text("end_date")).UtcDateTime.Date
        );

    // All sessions of the bot count here, not only those in the requested range. A user who first came in March is a returning user in a
    // report on April, even if no other session in that report is theirs.
    private Dictionary<string, DateTime> FirstDays(SimulatedBot bot) =>
        platform
            .Conversations.Sessions(bot)
            .Items.GroupBy(session => session.UserId, StringComparer.Ordinal)
            .ToDictionary(user => user.Key, user => user.Min(session => session.StartedOn).UtcDateTime.Date, StringComparer.Ordinal);

    private static int Users(IReadOnlyList<SimulatedSession> sessions) =>
        sessions.DistinctBy(session => session.UserId, StringComparer.Ordinal).Count();

    private static string Words(DateTime day) => day.ToString("MMM dd yyyy", CultureInfo.InvariantCulture);
}
