using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator.Behaviors.Analytics;

/// <summary>Finds the intent of an utterance: the dialog whose name it contains. The response without a match is not documented.</summary>
internal sealed class FindIntentOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("findIntent", Find)];

    private JsonObject Find(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var input = call.Text("input")!;
        var isConfigured = call.Parameters.Flag("fetchConfiguredTasks");
        var content = isConfigured ? bot.Latest : bot.Published?.Content;
        var dialogs = content is null ? [] : DefinitionFile.Read(content.Definition, "").Dialogs;
        var dialog = dialogs.FirstOrDefault(name => input.Contains(name, StringComparison.OrdinalIgnoreCase));
        var response = new JsonObject
        {
            ["usedtime"] = 12,
            ["debugTitle"] = dialog is null ? "No intent found" : "Intent found",
            ["result"] = dialog is null ? "failintent" : "successintent",
            ["bot"] = bot.Name,
            ["botid"] = bot.Id,
            ["input"] = new JsonArray(input),
            ["language"] = call.Parameters.Header("bot-language") ?? bot.DefaultLanguage,
            ["finalResolver"] = new JsonObject { ["winningIntent"] = new JsonArray(), ["entities"] = new JsonArray() },
        };
        if (dialog is not null)
        {
            Name(response, bot, dialog, isConfigured ? "configured" : "published");
        }

        return new JsonObject
        {
            ["request"] = new JsonObject { ["input"] = input, ["streamName"] = call.Text("streamName") },
            ["response"] = response,
            ["streamId"] = bot.Id,
            ["streamName"] = bot.Name,
        };
    }

    private static void Name(JsonObject response, SimulatedBot bot, string dialog, string state)
    {
        var id = "dg-" + new ValueSource($"{bot.Id}/{dialog}").Digits(24);
        response["task"] = dialog;
        response["taskId"] = id;
        response["intentStatus"] = state;
        response["subType"] = "dialog";
        response["identifiedVia"] = "fm ml";
        response["finalResolver"]!["winningIntent"] = new JsonArray(
            new JsonObject
            {
                ["intent"] = dialog,
                ["taskId"] = id,
                ["activityType"] = "dialog",
                ["state"] = state,
                ["score"] = 100,
            }
        );
    }
}
