using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>Carries out one operation in memory, as the platform would. It is called concurrently.</summary>
internal sealed class OperationBehavior(string operationId, Func<OperationCall, JsonNode> run)
{
    /// <summary>Gets the id of the operation in the documents.</summary>
    public string OperationId { get; } = operationId;

    /// <summary>Gets the largest allowed body, in bytes; null if the platform's pages give no limit.</summary>
    public int? MaxBodyBytes { get; init; }

    /// <summary>Gets a value indicating whether the response, a string, is sent as plain text instead of JSON.</summary>
    public bool AnswersPlainText { get; init; }

    /// <summary>Carries out the operation.</summary>
    /// <returns>The body of the response, which is sent with the success status in the document.</returns>
    /// <exception cref="RefusalException">The platform would reject the request.</exception>
    public JsonNode Run(OperationCall call) => run(call);
}
