namespace KoreXo.Runtime;

/// <summary>What one answer of the status call said.</summary>
/// <param name="Status">The status.</param>
/// <param name="State">The state, as the server wrote it.</param>
/// <param name="Percent">The progress, where the platform gives it.</param>
/// <param name="Outcome">What the state means.</param>
/// <param name="Failure">The exception of a failed job.</param>
internal sealed record JobSnapshot<T>(T? Status, string? State, double? Percent, JobOutcome Outcome, KoreXoJobFailedException? Failure);
