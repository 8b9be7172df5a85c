using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>
/// Starts an import that replaces the content of a bot once it is done. Functions and icon are kept if the import has none.
/// </summary>
internal sealed class StartBotImportIntoExistingBot(BotStore bots, ImportContent contents, ImportRuns runs) : IOperationBehavior
{
    public string OperationId => "startBotImportIntoExistingBot";

    public JsonNode Run(OperationCall call)
    {
        var bot = bots.Demand(call.Parameters.Text("botId"));
        var content = contents.FromFiles(call);
        DefinitionFile.Read(content.Definition, "/botDefinition");
        return ImportAnswer.Of(runs.StartInto(bot, content, call.App));
    }
}
