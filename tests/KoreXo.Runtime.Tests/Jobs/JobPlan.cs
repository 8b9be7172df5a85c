namespace KoreXo.Runtime.Tests;

/// <summary>
/// The responses of a server to the status calls of a job, in order, decoded from random bytes. The last one is sent forever.
/// </summary>
internal sealed record JobPlan(IReadOnlyList<JobPlan.Step> Steps, IReadOnlyList<int> Restarts)
{
    private static readonly string?[] States =
    [
        "pending",
        "In Progress",
        "brewing",
        null,
        "PEN-DING",
        "success",
        "SUC_CESS",
        "partly done",
        "Partly-Done",
        "failed",
        "FAI LED",
    ];

    public static JobPlan Read(byte[] bytes)
    {
        var at = 0;
        int Next(int below) => at < bytes.Length ? bytes[at++] % below : 0;
        var restarts = Enumerable.Range(0, Next(3)).Select(_ => 1 + Next(10)).ToList();
        var steps = new List<Step>();
        do
        {
            // Mostly states, and mostly running ones; otherwise, nothing would ever follow the first response.
            var kind = Next(3) == 0 ? (Kind)Next(Enum.GetValues<Kind>().Length) : Kind.State;
            steps.Add(
                new Step(
                    kind,
                    [.. Enumerable.Range(0, 1 + Next(3)).Select(_ => States[Next(2) == 0 ? Next(5) : Next(States.Length)])],
                    1 + Next(50)
                )
            );
        } while (at < bytes.Length && steps.Count < 12);
        return new JobPlan(steps, restarts);
    }

    public override string ToString() => $"restarts after {string.Join(", ", Restarts)}; {string.Join("; ", Steps)}";

    /// <summary>Determines the expected outcome from the documentation, not from the client's code.</summary>
    public End Expected()
    {
        string? last = null;
        for (var poll = 0; poll < Steps.Count; poll++)
        {
            var step = Steps[poll];
            switch (step.Kind)
            {
                case Kind.NotFound:
                    return new End(typeof(KoreXoNotFoundException), last, poll + 1);
                case Kind.Broken:
                    return new End(typeof(KoreXoException), last, poll + 1);
                case Kind.OtherRun or Kind.State:
                    var states = step
                        .States.Select(static state => new string([.. (state ?? "").ToUpperInvariant().Where(char.IsLetter)]))
                        .ToList();
                    var failed = states.IndexOf("FAILED");
                    var undone = states.FindIndex(static state => state is not ("SUCCESS" or "PARTLYDONE"));
                    var open = step
                        .States.Where((state, index) => state is not null && states[index] is not ("SUCCESS" or "PARTLYDONE"))
                        .FirstOrDefault();
                    last =
                        failed >= 0 ? step.States[failed]
                        : undone >= 0 ? open
                        : step.States[0];
                    if (step.Kind == Kind.State && failed >= 0)
                    {
                        return new End(typeof(KoreXoJobFailedException), last, poll + 1);
                    }

                    if (step.Kind == Kind.State && undone < 0)
                    {
                        return new End(null, last, poll + 1);
                    }

                    break;
            }
        }

        return new End(typeof(KoreXoTimeoutException), last, null);
    }

    /// <summary>A kind of response.</summary>
    public enum Kind
    {
        State,
        OtherRun,
        Unavailable,
        TooManyRequests,
        Late,
        HungUp,
        NotFound,
        Broken,
    }

    /// <summary>One response.</summary>
    public sealed record Step(Kind Kind, IReadOnlyList<string?> States, int Seconds)
    {
        public override string ToString() => $"{Kind} {string.Join("+", States)} {Seconds} s";
    }

    /// <summary>How a wait ends.</summary>
    /// <param name="Fault">The type of the exception; <see langword="null"/> if there is none.</param>
    /// <param name="State">The last known state.</param>
    /// <param name="Polls">The number of polls; <see langword="null"/> if the client polled until the timeout.</param>
    public sealed record End(Type? Fault, string? State, int? Polls);
}
