namespace KoreXo.Simulator.Conversations;

/// <summary>A deletion of conversations: which ones, how they were specified, and the result.</summary>
internal sealed class Deletion(string requestType, Func<SimulatedSession, bool> condition, int? named)
{
    public string RequestType { get; } = requestType;

    public Func<SimulatedSession, bool> Condition { get; } = condition;

    /// <summary>Gets the number of conversations specified by id; null if they were specified otherwise.</summary>
    public int? Named { get; } = named;

    public int Deleted { get; set; }
}
