namespace Workloads.Notifications;

/// <summary>Recipients that are notified by one call, and what is known about it.</summary>
internal sealed class Batch(int number, IReadOnlyList<string> recipients)
{
    public int Number { get; } = number;

    public IReadOnlyList<string> Recipients { get; } = recipients;

    /// <summary>Gets or sets the token by which the job is followed; null if it is unknown whether the platform has accepted it.</summary>
    public string? ResumeToken { get; set; }

    /// <summary>Gets or sets the outcomes that the platform reported; null until the job has ended.</summary>
    public IReadOnlyList<Outcome>? Outcomes { get; set; }
}
