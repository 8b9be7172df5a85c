namespace KoreXo.Runtime;

/// <summary>Whether a client can send calls, as far as that is known without sending one.</summary>
/// <param name="Failures">Why it cannot; empty if it can.</param>
/// <param name="Warnings">Why some calls fail or wait for long.</param>
internal sealed record ClientHealth(IReadOnlyList<string> Failures, IReadOnlyList<string> Warnings);
