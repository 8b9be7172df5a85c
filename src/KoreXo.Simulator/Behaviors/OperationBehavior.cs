using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors;

/// <summary>A behavior that is a method of an operation family.</summary>
internal sealed class OperationBehavior(string operationId, Func<OperationCall, JsonNode> run) : IOperationBehavior
{
    public string OperationId { get; } = operationId;

    public bool AnswersPlainText { get; init; }

    public JsonNode Run(OperationCall call) => run(call);
}
