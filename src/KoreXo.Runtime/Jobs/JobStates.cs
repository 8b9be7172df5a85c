namespace KoreXo.Runtime;

/// <summary>Interprets states. Case, <c>-</c>, <c>_</c> and spaces are ignored, because platforms mix them freely.</summary>
internal sealed class JobStates(string[] running, string[] succeeded, string[] partial, string[] failed)
{
    private readonly HashSet<string> _running = Normal(running);
    private readonly HashSet<string> _done = Normal([.. succeeded, .. partial]);
    private readonly HashSet<string> _failed = Normal(failed);

    /// <summary>Evaluates the states of all parts together: one failure fails all, and all must have succeeded.</summary>
    /// <param name="states">The states.</param>
    /// <param name="alsoFailed">The states that the caller counts as failed, whatever the document says.</param>
    /// <returns>The outcome, and the state that decided it.</returns>
    public (JobOutcome Outcome, string? State) Evaluate(IReadOnlyList<string?> states, IReadOnlyCollection<string> alsoFailed)
    {
        string? undecided = null;
        var allDone = states.Count > 0;
        foreach (var state in states)
        {
            switch (Evaluate(state, alsoFailed))
            {
                case JobOutcome.Failed:
                    return (JobOutcome.Failed, state);
                case JobOutcome.Running:
                    allDone = false;
                    undecided ??= state;
                    break;
            }
        }

        return allDone ? (JobOutcome.Succeeded, states[0]) : (JobOutcome.Running, undecided);
    }

    private JobOutcome Evaluate(string? state, IReadOnlyCollection<string> alsoFailed)
    {
        if (state is null)
        {
            return JobOutcome.Running;
        }

        var normal = Normal(state);
        foreach (var other in alsoFailed)
        {
            if (normal.Equals(Normal(other), StringComparison.OrdinalIgnoreCase))
            {
                return JobOutcome.Failed;
            }
        }

        return _failed.Contains(normal) ? JobOutcome.Failed
            : _done.Contains(normal) ? JobOutcome.Succeeded
            : !_running.Contains(normal) && FailureWords.IsIn(state) ? JobOutcome.Failed
            : JobOutcome.Running;
    }

    private static HashSet<string> Normal(string[] states)
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var state in states)
        {
            set.Add(Normal(state));
        }

        return set;
    }

    private static string Normal(string state) =>
        state
            .Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
}
