using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Starts an import that creates a bot once it is done.</summary>
internal sealed class StartBotImportAsNewBot(ImportContent contents, ImportRuns runs) : IOperationBehavior
{
    private const string NamelessBot = "Imported bot";

    public string OperationId => "startBotImportAsNewBot";

    public JsonNode Run(OperationCall call)
    {
        var isArchive = call.Text("uploadMode") == "ZIP";
        var content = isArchive ? contents.FromArchive(call) : contents.FromFiles(call);
        var definition = DefinitionFile.Read(content.Definition, isArchive ? "/zipInfo" : "/botDefinition");
        var name = call.Text("name") ?? definition.Name ?? NamelessBot;
        return ImportAnswer.Of(runs.StartNew(name, call.Text("purpose") ?? definition.Purpose, content, call.App));
    }
}
