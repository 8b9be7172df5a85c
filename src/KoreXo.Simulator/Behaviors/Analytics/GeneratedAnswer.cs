using System.Text.Json.Nodes;
using KoreXo.Simulator.Generation;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Analytics;

/// <summary>Creates responses from their schema: generated throughout, then overwritten with the values that the simulator knows.</summary>
internal static class GeneratedAnswer
{
    /// <summary>Creates an object of a schema for a session.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="key">The seed of the generated values.</param>
    /// <param name="session">The session; members with the usual names for its ids get its values.</param>
    /// <param name="truth">The known members, which replace the generated ones.</param>
    public static JsonObject About(PlatformState platform, JsonSchema schema, string key, SimulatedSession session, JsonObject truth)
    {
        var values = new SchemaValues($"{platform.Seed}/{key}", session.StartedOn) { Known = Known(session) };
        var answer = (JsonObject)values.Create(schema)!;
        foreach (var (name, value) in truth)
        {
            answer[name] = value?.DeepClone();
        }

        return answer;
    }

    private static Dictionary<string, JsonNode> Known(SimulatedSession session) =>
        new(StringComparer.Ordinal)
        {
            ["bot"] = session.Bot.Name,
            ["botid"] = session.Bot.Id,
            ["task"] = session.TaskName,
            ["taskId"] = session.TaskId,
            ["userId"] = session.UserId,
            ["channel"] = session.Channel,
            ["language"] = "en",
            ["botLanguage"] = "en",
            ["nluLanguage"] = "en",
            ["isDeveloper"] = false,
        };
}
