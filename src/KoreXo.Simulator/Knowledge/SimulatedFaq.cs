namespace KoreXo.Simulator;

/// <summary>A question of the knowledge graph of a simulated bot, with its answer.</summary>
/// <param name="Id">The id of the FAQ.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Node">The label of the node that it hangs on.</param>
public sealed record SimulatedFaq(string Id, string Language, string Question, string Answer, string Node)
{
    /// <summary>The id by which it is referred to.</summary>
    public string ReferenceId => "ref-" + Id;

    internal string NodeId { get; init; } = "";

    internal DateTimeOffset CreatedOn { get; init; }

    internal string CreatedBy { get; init; } = "";
}
