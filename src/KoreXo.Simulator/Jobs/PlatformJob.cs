namespace KoreXo.Simulator.Jobs;

/// <summary>A long-running job and its subject.</summary>
internal sealed class PlatformJob<T>(string id, string createdBy, DateTimeOffset createdOn, PolledJob progress, T subject)
{
    public string Id { get; } = id;

    public string CreatedBy { get; } = createdBy;

    public DateTimeOffset CreatedOn { get; } = createdOn;

    /// <summary>Gets or sets the time of the last status call while it was running, which is the end time of a finished job.</summary>
    public DateTimeOffset ModifiedOn { get; set; } = createdOn;

    public PolledJob Progress { get; } = progress;

    public bool IsDone => Progress.IsDone;

    /// <summary>Gets the parameters and the result of the job.</summary>
    public T Subject { get; } = subject;

    /// <summary>Returns the state under its name in the documents.</summary>
    public string State(string running, string done) => IsDone ? done : running;
}
