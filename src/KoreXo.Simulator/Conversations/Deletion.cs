namespace KoreXo.Simulator.Conversations;

/// <summary>A deletion of conversations: which, how they were named, and what came of it.</summary>
internal sealed class Deletion(string requestType, Func<SimulatedSession, bool> condition, int? named)
{
    public string RequestType { get; } = requestType;

    public Func<SimulatedSession, bool> Condition { get; } = condition;

    /// <summary>How many conversations were named by id; null where they were not.</summary>
    public int? Named { get; } = named;

    public int Deleted { get; set; }
}
