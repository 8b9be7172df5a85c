using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Billing;

/// <summary>The parameters of a usage report, and its figures once it is done.</summary>
/// <param name="Window">The time window.</param>
/// <param name="Units">The counted units, as named in the request.</param>
/// <param name="ByBot">Whether there are figures for each bot.</param>
/// <param name="Period">The period that each figure covers.</param>
/// <param name="Bots">The ids of the included bots; null for all.</param>
internal sealed record UsageReport(TimeWindow Window, IReadOnlyList<string> Units, bool ByBot, string Period, IReadOnlyList<string>? Bots)
{
    private const string AllBots = "ALL";

    /// <summary>Gets or sets the figures; null until the report is done.</summary>
    public JsonObject? Figures { get; set; }

    public JsonObject Count(IReadOnlyList<SimulatedSession> sessions)
    {
        var bots = sessions
            .GroupBy(session => ByBot ? session.Bot.Id : AllBots, StringComparer.Ordinal)
            .Select(bot => (Bot: bot.Key, Periods: bot.GroupBy(session => Begin(session.StartedOn)).ToList()))
            .ToList();
        var periods = bots.Sum(bot => bot.Periods.Count);
        return new JsonObject
        {
            ["data"] = WireValue.Array(
                bots.Select(bot => new JsonObject
                {
                    ["bot"] = bot.Bot,
                    ["val"] = WireValue.Array(
                        bot.Periods.Select(period => new JsonObject
                        {
                            ["date"] = WireTime.Format(period.Key),
                            ["val"] = Counts([.. period]),
                        })
                    ),
                })
            ),
            ["averageSessions"] = periods == 0 ? 0 : Math.Round((double)sessions.Count / periods, 2),
        };
    }

    private DateTimeOffset Begin(DateTimeOffset time)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return Period switch
        {
            "date_day_hour" => day.AddHours(time.UtcDateTime.Hour),
            "date_month" => day.AddDays(1 - day.Day),
            _ => day,
        };
    }

    /// <summary>Returns the counts; units have different names in the figures.</summary>
    private JsonObject Counts(IReadOnlyList<SimulatedSession> sessions)
    {
        var counts = new JsonObject();
        foreach (var unit in Units)
        {
            // A request is a message of the user. The user begins, so these are messages 1, 3 and 5 of a session with five: rounded up.
            var (name, count) = unit switch
            {
                "session" => ("sessions", sessions.Count),
                "request" => ("requests", sessions.Sum(session => (session.MessageCount + 1) / 2)),
                "alert" => ("alert_notifications", sessions.Count(session => session.IsAlert)),
                "proactive" => ("proactive_notifications", 0),
                _ => ("conversations", sessions.Count(session => !session.IsAlert)),
            };
            counts[name] = count;
        }

        return counts;
    }
}
