using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>Carries out one operation in memory, as the service would. It is called concurrently.</summary>
internal sealed class OperationBehavior
{
    private readonly Func<OperationCall, ApiAnswer> _answer;

    public OperationBehavior(string operationId, Func<OperationCall, JsonNode> run)
    {
        OperationId = operationId;
        _answer = call =>
            AnswersPlainText
                ? ApiAnswer.Text(call.Operation.SuccessStatus, run(call).GetValue<string>())
                : ApiAnswer.Json(call.Operation.SuccessStatus, run(call));
    }

    private OperationBehavior(string operationId, Func<OperationCall, ApiAnswer> answer)
    {
        OperationId = operationId;
        _answer = answer;
    }

    /// <summary>Gets the id of the operation in the documents.</summary>
    public string OperationId { get; }

    /// <summary>Gets the largest allowed body, in bytes; null if the platform's pages give no limit.</summary>
    public int? MaxBodyBytes { get; init; }

    /// <summary>Gets a value indicating whether the response, a string, is sent as plain text instead of JSON.</summary>
    public bool AnswersPlainText { get; init; }

    /// <summary>Creates a behavior that also decides about status, media type and headers.</summary>
    public static OperationBehavior Answering(string operationId, Func<OperationCall, ApiAnswer> answer) => new(operationId, answer);

    /// <summary>Carries out the operation.</summary>
    /// <returns>The response.</returns>
    /// <exception cref="RefusalException">The service would reject the request.</exception>
    public ApiAnswer Run(OperationCall call) => _answer(call);
}
