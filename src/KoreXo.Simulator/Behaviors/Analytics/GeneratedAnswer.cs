using System.Text.Json.Nodes;
using KoreXo.Simulator.Generation;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Analytics;

/// <summary>Answers whose shape the schema gives: made up all over, then true where the simulator knows what is true.</summary>
internal static class GeneratedAnswer
{
    /// <summary>An object of this schema about a session.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="key">What the made-up values come from.</param>
    /// <param name="session">The session: members that have the usual names for its ids have its values.</param>
    /// <param name="truth">The members that are known, which take the place of those made up.</param>
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
