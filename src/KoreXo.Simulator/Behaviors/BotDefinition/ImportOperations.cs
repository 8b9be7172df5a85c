using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Imports bots.</summary>
internal sealed class ImportOperations(BotStore bots, ImportContent contents, ImportRuns runs) : IOperationFamily
{
    private const string NamelessBot = "Imported bot";

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new("startBotImportAsNewBot", StartNew),
            new("startBotImportIntoExistingBot", StartInto),
            new("getBotImportStatus", call => runs.Poll(call.Parameters.Text("botImportId"), ImportAnswer.Of)),
        ];

    /// <summary>Starts an import that creates a bot once it is done.</summary>
    private JsonObject StartNew(OperationCall call)
    {
        var isArchive = call.Text("uploadMode") == "ZIP";
        var content = isArchive ? contents.FromArchive(call) : contents.FromFiles(call);
        var definition = DefinitionFile.Read(content.Definition, isArchive ? "/zipInfo" : "/botDefinition");
        var name = call.Text("name") ?? definition.Name ?? NamelessBot;
        return ImportAnswer.Of(runs.StartNew(name, call.Text("purpose") ?? definition.Purpose, content, call.App));
    }

    /// <summary>
    /// Starts an import that replaces the content of a bot once it is done. Functions and icon are kept if none are given.
    /// </summary>
    private JsonObject StartInto(OperationCall call)
    {
        var bot = bots.Demand(call.Parameters.Text("botId"));
        var content = contents.FromFiles(call);
        DefinitionFile.Read(content.Definition, "/botDefinition");
        return ImportAnswer.Of(runs.StartInto(bot, content, call.App));
    }
}
