namespace KoreXo.Simulator.Jobs;

/// <summary>Something that runs for a while, and what it works on.</summary>
internal sealed class PlatformJob<T>(string id, string createdBy, DateTimeOffset createdOn, PolledJob progress, T subject)
{
    public string Id { get; } = id;

    public string CreatedBy { get; } = createdBy;

    public DateTimeOffset CreatedOn { get; } = createdOn;

    /// <summary>When it was last asked about while it ran, and so the end of one that is done.</summary>
    public DateTimeOffset ModifiedOn { get; set; } = createdOn;

    public PolledJob Progress { get; } = progress;

    public bool IsDone => Progress.IsDone;

    /// <summary>What was asked for, and what has come of it.</summary>
    public T Subject { get; } = subject;

    /// <summary>The state, as the documents name it.</summary>
    public string State(string running, string done) => IsDone ? done : running;
}
