namespace KoreXo.Simulator;

/// <summary>A question in the knowledge graph of a simulated bot, with its answer.</summary>
/// <param name="Id">The id of the FAQ.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Node">The label of the node that it belongs to.</param>
public sealed record SimulatedFaq(string Id, string Language, string Question, string Answer, string Node)
{
    /// <summary>Gets the reference id.</summary>
    public string ReferenceId => "ref-" + Id;

    internal string NodeId { get; init; } = "";

    internal DateTimeOffset CreatedOn { get; init; }

    internal string CreatedBy { get; init; } = "";
}
