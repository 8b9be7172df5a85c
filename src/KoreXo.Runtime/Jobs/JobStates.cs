namespace KoreXo.Runtime;

/// <summary>Says what states mean. They compare without case, <c>-</c>, <c>_</c> and blanks, which one platform mixes freely.</summary>
internal sealed class JobStates(string[] succeeded, string[] partial, string[] failed)
{
    private readonly HashSet<string> _done = Normal([.. succeeded, .. partial]);
    private readonly HashSet<string> _failed = Normal(failed);

    /// <summary>Judges the states of all parts together: one failure fails all, and all must have succeeded.</summary>
    /// <returns>The outcome, and the state that decided it.</returns>
    public (JobOutcome Outcome, string? State) Judge(IReadOnlyList<string?> states)
    {
        string? running = null;
        var allDone = states.Count > 0;
        foreach (var state in states)
        {
            var normal = Normal(state);
            if (_failed.Contains(normal))
            {
                return (JobOutcome.Failed, state);
            }

            if (!_done.Contains(normal))
            {
                allDone = false;
                running ??= state;
            }
        }

        return allDone ? (JobOutcome.Succeeded, states[0]) : (JobOutcome.Running, running);
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

    private static string Normal(string? state) => state is null
        ? ""
        : state.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
