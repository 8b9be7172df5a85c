namespace KoreXo.Cli.Specs.Checking;

/// <summary>Something that two readers read otherwise.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Own">What we read; null where we read nothing.</param>
/// <param name="Other">What NSwag reads; null where it reads nothing.</param>
/// <param name="Place">Where it is, or what it is a part of.</param>
internal sealed record Disagreement(string Subject, string? Own, string? Other, Reading.SpecPlace Place)
{
    /// <summary>Gets why the two differ there, as far as it is known and right; null for what somebody should look at.</summary>
    public string? Reason { get; init; }
}
