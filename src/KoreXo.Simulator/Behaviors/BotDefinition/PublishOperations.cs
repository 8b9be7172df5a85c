using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Publishes bots.</summary>
internal sealed class PublishOperations(PlatformState platform, PublishRuns runs) : IOperationFamily
{
    private const string Accepted = "SUCCESS";

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new("startBotPublish", Start),
            new("getBotPublishStatus", call => runs.Poll(platform.Bots.Demand(call.Parameters.Text("botId")), PublishAnswer.Of)),
        ];

    /// <summary>Starts publishing the bot's latest content. The response lists the parts and contains no job id.</summary>
    private JsonArray Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        if (bot.Channels.Count == 0)
        {
            throw RefusalException.BadRequest($"The bot '{bot.Id}' has no enabled channel: it needs at least one to be published.");
        }

        var run = runs.Start(bot, call.App);
        platform.LogChange(bot, call.App, "stream", "Publish requested");
        var dialogs = DefinitionFile
            .Read(run.Content.Definition, "")
            .Dialogs.Select(name => Dialog(name, call.Text("versionComment")!, run.RequestedOn));
        return WireValue.Array([
            .. dialogs,
            Component("NL", "Natural language", "nl_model", "settings"),
            Component("CHANNELS", "Channels", [.. bot.Channels.Order(StringComparer.Ordinal)]),
            Component("EXTENSIONS", "Extensions", "botkit", "agent_transfer", "websdk", "events"),
            Component("SETTINGS", "Settings", "general", "bot_variables", "pii", "ivr", "hold_resume", "custom_script", "advanced"),
        ]);
    }

    private static JsonObject Component(string type, string name, params IEnumerable<string> modules) =>
        new()
        {
            ["resourceType"] = type,
            ["status"] = Accepted,
            ["result"] = new JsonObject
            {
                ["name"] = name,
                ["resourceId"] = type,
                ["resourceType"] = type,
                ["modules"] = WireValue.Array(modules.Select(module => JsonValue.Create(module))),
            },
        };

    private JsonObject Dialog(string name, string comment, DateTimeOffset requested) =>
        new()
        {
            ["resourceType"] = "dialog",
            ["resourceId"] = "dg-" + platform.Ids.Groups(),
            ["sbResourceId"] = "dg-" + platform.Ids.Groups(),
            ["status"] = Accepted,
            ["result"] = new JsonObject
            {
                ["name"] = name,
                ["state"] = "awaitingApproval",
                ["approvalRequestedLanguages"] = new JsonArray("en"),
                ["versionComment"] = comment,
                ["publishedOn"] = WireTime.Format(requested),
            },
        };
}
