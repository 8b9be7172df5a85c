using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>Returns the data of widgets. Every name is valid, and the rows of each widget are the number of sessions by day.</summary>
internal sealed class WidgetOperations(PlatformState platform) : IOperationFamily
{
    private const int MaxRows = 50;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("getWidget", call => Get(call, _ => true)),
            new OperationBehavior("getFilteredWidget", call => Get(call, Condition(call))),
        ];

    /// <summary>Returns the filter. Only filters on users and channels apply; others refer to no field of the data.</summary>
    private static Func<SimulatedSession, bool> Condition(OperationCall call)
    {
        var filters = call
            .Body.Items("customFilters")
            .Select(filter => (Field: filter.Text("fieldName")!, Values: filter.Texts("values")))
            .ToList();
        return session =>
            filters.TrueForAll(filter =>
                filter.Field switch
                {
                    "user" or "userId" => filter.Values.Any(session.IsOf),
                    "channel" => filter.Values.Contains(session.Channel, StringComparer.Ordinal),
                    _ => true,
                }
            );
    }

    private JsonObject Get(OperationCall call, Func<SimulatedSession, bool> condition)
    {
        var (bot, query) = (platform.BotOf(call), call.Parameters);
        var (dashboard, widget) = (query.Text("dashboardName"), query.Text("widgetName"));
        var window = TimeWindow.Read(query.Text("startDate"), query.Text("endDate"));
        var rows = platform
            .Conversations.Sessions(bot)
            .Find(window, latestFirst: false, condition)
            .GroupBy(session => session.StartedOn.UtcDateTime.Date)
            .Take((int)(query.Integer("limit") ?? MaxRows))
            .Select(day => new JsonObject
            {
                ["date"] = day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["sessions"] = day.Count(),
            });
        return new JsonObject
        {
            // Derived from the names, so that a widget has the same id in each response.
            ["_id"] = "wg-" + new ValueSource($"{bot.Id}/{dashboard}/{widget}").Digits(24),
            ["overlay"] = new JsonArray(),
            ["name"] = widget,
            ["type"] = "table",
            ["sqlQuery"] = new JsonObject
            {
                ["dataSet"] = "sessions",
                ["select"] = "date, sessions",
                ["startDate"] = WireTime.Format(window.From!.Value),
                ["endDate"] = WireTime.Format(window.Until!.Value),
                ["botId"] = bot.Id,
            },
            ["dimensions"] = new JsonArray(
                new JsonObject
                {
                    ["fieldName"] = "date",
                    ["displayName"] = "Date",
                    ["type"] = "string",
                }
            ),
            ["metrics"] = new JsonArray(),
            ["row"] = new JsonArray(),
            ["properties"] = new JsonObject(),
            ["queryResponse"] = new JsonObject
            {
                ["metaData"] = new JsonObject { ["date"] = "string", ["sessions"] = "number" },
                ["queryResponse"] = WireValue.Array(rows),
            },
        };
    }
}
