using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>What the platform does for one operation, in memory. Called by many requests at once.</summary>
internal interface IOperationBehavior
{
    /// <summary>The id that the documents give the operation.</summary>
    string OperationId { get; }

    /// <summary>The largest body, in bytes, where the platform's pages give one.</summary>
    int? MaxBodyBytes => null;

    /// <summary>Whether the answer, a text, is sent as plain text and not as JSON.</summary>
    bool AnswersPlainText => false;

    /// <summary>Does it.</summary>
    /// <returns>The body of the answer, which has the status of a success that the document gives.</returns>
    /// <exception cref="RefusalException">The platform would not do it.</exception>
    JsonNode Run(OperationCall call);
}
