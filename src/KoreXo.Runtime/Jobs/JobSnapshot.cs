namespace KoreXo.Runtime;

/// <summary>The content of one response to the status call.</summary>
/// <param name="Status">The status.</param>
/// <param name="State">The state, as the server spelled it.</param>
/// <param name="Percent">The progress, if the server reports it.</param>
/// <param name="Outcome">What the state means.</param>
/// <param name="Failure">The exception of a failed job.</param>
internal sealed record JobSnapshot<T>(T? Status, string? State, double? Percent, JobOutcome Outcome, KoreXoJobFailedException? Failure);
