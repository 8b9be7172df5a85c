using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Writes the state of a publish.</summary>
internal static class PublishAnswer
{
    private static readonly (string Id, string Name)[] Parts =
    [
        ("SETTINGS", "Settings"),
        ("CHANNELS", "Channels"),
        ("NL", "Natural language"),
        ("AUTOVERSIONING", "Automatic version"),
    ];

    public static JsonObject Of(PublishRun run) =>
        new()
        {
            ["_id"] = run.Id,
            ["action"] = "RUN",
            ["jobType"] = "PUBLISH_BOT",
            ["streamId"] = run.Bot.Id,
            ["__v"] = 0,
            ["countOfDockStatuses"] = Parts.Length,
            ["createdBy"] = run.CreatedBy,
            ["percentageComplete"] = run.Job.Percent,
            ["requestedTime"] = WireTime.Format(run.RequestedOn),
            ["status"] = State(run),
            ["lastModifiedOn"] = WireTime.Format(run.ModifiedOn),
            ["initiatedOn"] = WireTime.Format(run.RequestedOn),
            ["statusSummary"] = WireValue.Array(run.Job.IsDone && !run.HasFailed ? Parts.Select(Summary) : []),
        };

    private static string State(PublishRun run)
    {
        if (!run.Job.IsDone)
        {
            return "inprogress";
        }

        return run.HasFailed ? "failed" : "successful";
    }

    private static JsonObject Summary((string Id, string Name) part) =>
        new()
        {
            ["resourceId"] = part.Id,
            ["resourceType"] = part.Id,
            ["name"] = part.Name,
            ["status"] = "SUCCESS",
        };
}
