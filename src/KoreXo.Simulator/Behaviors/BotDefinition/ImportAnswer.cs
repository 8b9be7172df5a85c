using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Describes an import, both at its start and in status responses.</summary>
internal static class ImportAnswer
{
    public static JsonObject Of(ImportRun run)
    {
        var answer = new JsonObject
        {
            ["_id"] = run.Id,
            ["streamRefId"] = run.Reference,
            ["status"] = run.Job.IsDone ? "success" : "pending",
            ["statusLogs"] = WireValue.Array(Logs(run)),
            ["requestType"] = "Botimport",
            ["createdBy"] = run.CreatedBy,
            ["createdOn"] = WireTime.Format(run.CreatedOn),
            ["__v"] = 0,
        };
        if (run.Job.IsDone)
        {
            // A bot that the import creates has no id before that.
            answer["streamId"] = run.Bot!.Id;
        }

        return answer;
    }

    /// <summary>Returns the log entries. The first one succeeds while the import is still running, as in the platform's sample.</summary>
    private static IEnumerable<JsonObject> Logs(ImportRun run)
    {
        yield return Log("importRequest", run.BotName);
        if (!run.Job.IsDone)
        {
            yield break;
        }

        yield return Log("Bot Definition", run.BotName);
        foreach (var function in run.Content.Functions)
        {
            yield return Log("BotFunctions", function.Name);
        }

        yield return Log("importBot", run.BotName);
    }

    private static JsonObject Log(string type, string name) =>
        new()
        {
            ["taskType"] = type,
            ["taskName"] = name,
            ["status"] = "success",
        };
}
