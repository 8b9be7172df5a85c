using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>What the platform does for one operation, in memory. Called by many requests at once.</summary>
internal sealed class OperationBehavior(string operationId, Func<OperationCall, JsonNode> run)
{
    /// <summary>The id that the documents give the operation.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>The largest body, in bytes, where the platform's pages give one.</summary>
    public int? MaxBodyBytes { get; init; }

    /// <summary>Whether the answer, a text, is sent as plain text and not as JSON.</summary>
    public bool AnswersPlainText { get; init; }

    /// <summary>Does it.</summary>
    /// <returns>The body of the answer, which has the status of a success that the document gives.</returns>
    /// <exception cref="RefusalException">The platform would not do it.</exception>
    public JsonNode Run(OperationCall call) => run(call);
}
