using System.Text.Json.Nodes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>Creates shell commands that call the simulator, each with a token.</summary>
internal static class CurlExamples
{
    /// <summary>Gets the lifetime of the tokens: long enough that the commands in a terminal left open overnight still work.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    public static IEnumerable<(string Purpose, string Line)> Create(SimulatedPlatform platform)
    {
        var bot = platform.Bots[0];
        var botId = Parameter("botId", bot.Id);
        var intent = new Dictionary<string, string>(botId, StringComparer.Ordinal) { ["fetchConfiguredTasks"] = "false" };
        yield return (
            "Find the intent of an utterance",
            platform.Simulator.CreateCurl(
                "findIntent",
                platform.App(AppKind.Platform),
                intent,
                new JsonObject { ["input"] = "hello", ["streamName"] = bot.Name }.ToJsonString(),
                Lifetime
            )
        );
        if (platform.Simulator.Sessions.FirstOrDefault(session => session.Bot == bot) is not null)
        {
            yield return (
                "List the bot's sessions",
                platform.Simulator.CreateCurl("listSessions", platform.App(AppKind.Platform), botId, """{"limit":5}""", Lifetime)
            );
        }

        if (platform.Simulator.Tables.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } table)
        {
            var tableName = Parameter("tableName", table);
            yield return (
                "Insert a row",
                platform.Simulator.CreateCurl(
                    "insertRow",
                    platform.App(AppKind.Data),
                    tableName,
                    new JsonObject { ["data"] = Row(platform.Simulator.Tables[table]) }.ToJsonString(),
                    Lifetime
                )
            );
            yield return (
                "Query the table",
                platform.Simulator.CreateCurl("listRows", platform.App(AppKind.Data), tableName, "{}", Lifetime)
            );
        }
    }

    private static Dictionary<string, string> Parameter(string name, string value) => new(StringComparer.Ordinal) { [name] = value };

    private static JsonObject Row(SimulatedTable table)
    {
        var row = new JsonObject();
        foreach (var column in table.Columns.Count > 0 ? table.Columns : [new SimulatedColumn("Name")])
        {
            row[column.Name] = column.Type switch
            {
                "number" => 1,
                "boolean" => true,
                "date" => "2026-01-31",
                "object" => new JsonObject(),
                _ => "Ada",
            };
        }

        return row;
    }
}
