using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>The in-memory behavior of one operation. Called concurrently.</summary>
internal interface IOperationBehavior
{
    /// <summary>Gets the id of the operation in the documents.</summary>
    string OperationId { get; }

    /// <summary>Gets the maximum body size in bytes, if the platform's pages give one.</summary>
    int? MaxBodyBytes => null;

    /// <summary>Gets a value indicating whether the response, a string, is sent as plain text instead of JSON.</summary>
    bool AnswersPlainText => false;

    /// <summary>Runs the operation.</summary>
    /// <returns>The body of the response, whose status is the success status in the document.</returns>
    /// <exception cref="RefusalException">The platform would reject the request.</exception>
    JsonNode Run(OperationCall call);
}
