using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Returns the state of an import.</summary>
internal sealed class GetBotImportStatus(ImportRuns runs) : IOperationBehavior
{
    public string OperationId => "getBotImportStatus";

    public JsonNode Run(OperationCall call) => runs.Poll(call.Parameters.Text("botImportId"), ImportAnswer.Of);
}
