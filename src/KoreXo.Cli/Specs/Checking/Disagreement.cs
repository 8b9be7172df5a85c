namespace KoreXo.Cli.Specs.Checking;

/// <summary>Something that two readers read differently.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Own">What the generator reads; null if it reads nothing.</param>
/// <param name="Other">What NSwag reads; null if it reads nothing.</param>
/// <param name="Place">The location of the subject, or of what contains it.</param>
internal sealed record Disagreement(string Subject, string? Own, string? Other, SpecPlace Place)
{
    /// <summary>Gets the reason for an intended difference; null for one that has to be examined.</summary>
    public string? Reason { get; init; }
}
