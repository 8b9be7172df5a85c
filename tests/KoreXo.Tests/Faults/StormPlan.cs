using KoreXo.Simulator;

namespace KoreXo.Tests.Faults;

/// <summary>
/// Calls, and what goes wrong with the requests of each operation, read from random bytes, so that fewer and smaller bytes are a simpler
/// plan.
/// </summary>
internal sealed record StormPlan(IReadOnlyList<PlannedCall> Calls, IReadOnlyList<IReadOnlyList<Fault?>> Faults)
{
    private const int MostCalls = 12;

    /// <summary>The operations by kind of call.</summary>
    public static readonly string[] Operations =
    [
        "insertRow",
        "installSampleBot",
        "startMlTraining",
        "updateRows",
        "deleteRows",
        "findIntent",
        "getRoles",
        "listSessions",
    ];

    public static Fault[] Kinds(Uri elsewhere) =>
        [
            Fault.MinuteRefusal,
            Fault.MinuteRefusal.WithRetryAfter(TimeSpan.FromSeconds(7)),
            Fault.UnnamedRefusal.WithRetryAfter(TimeSpan.FromSeconds(40)),
            Fault.HourRefusal,
            Fault.Refusal("Your hourly rate limit is used up.", 403),
            Fault.ExpiredToken,
            Fault.ReplayedToken,
            Fault.Error(408),
            Fault.Error(500),
            Fault.Error(502, FaultBody.Html),
            Fault.Error(503, FaultBody.Empty).WithRetryAfter(TimeSpan.FromSeconds(20)),
            Fault.Error(404),
            Fault.ErrorAfterEffect(500),
            Fault.ErrorAfterEffect(504, FaultBody.Html),
            Fault.ErrorAfterEffect(503, FaultBody.Empty),
            Fault.ResetBeforeEffect,
            Fault.ResetAfterEffect,
            Fault.SilenceBeforeEffect,
            Fault.SilenceAfterEffect,
            Fault.CutJson,
            Fault.CutBody,
            Fault.LateAnswer(TimeSpan.FromSeconds(10)),
            Fault.LateAnswer(TimeSpan.FromSeconds(20)),
            Fault.SlowBody(TimeSpan.FromSeconds(9)),
            Fault.SlowBody(TimeSpan.FromSeconds(30)),
            Fault.Redirect(elsewhere),
        ];

    public static StormPlan Read(byte[] bytes, Uri elsewhere)
    {
        var at = 0;
        int Next() => at < bytes.Length ? bytes[at++] : 0;
        var kinds = Kinds(elsewhere);
        var calls = new List<PlannedCall>();
        var faults = Operations.Select(_ => new List<Fault?>()).ToList();
        while (at < bytes.Length && calls.Count < MostCalls)
        {
            var flags = Next();
            var kind = (CallKind)(flags % Operations.Length);
            calls.Add(
                new PlannedCall(
                    calls.Count,
                    kind,
                    TimeSpan.FromSeconds(Next() % 40),
                    (flags & 64) == 64 ? TimeSpan.FromSeconds(Next() % 90) : null
                )
            );
            for (var count = (flags >> 3) % 5; count > 0; count--)
            {
                var choice = Next() % (kinds.Length + 4);
                faults[(int)kind].Add(choice < kinds.Length ? kinds[choice] : null);
            }
        }

        return new StormPlan(calls, faults);
    }

    public FaultPlan ToFaults() =>
        Operations.Zip(Faults).Aggregate(FaultPlan.None, (plan, entry) => plan.Or(FaultPlan.Script(entry.First, entry.Second)));

    public override string ToString() =>
        string.Join(
            '\n',
            [
                .. Calls.Select(call => $"{call.Id}: {call.Kind} at {call.Start} cancel {call.CancelAfter}"),
                .. Operations
                    .Zip(Faults)
                    .Where(entry => entry.Second.Count > 0)
                    .Select(entry => $"{entry.First}: {string.Join(", ", entry.Second.Select(fault => fault?.Name ?? "-"))}"),
            ]
        );
}
