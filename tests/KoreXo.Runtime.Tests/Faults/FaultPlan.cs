namespace KoreXo.Runtime.Tests;

/// <summary>
/// Calls and what happens to each of their attempts, decoded from random bytes so that fewer and smaller bytes are a simpler plan.
/// </summary>
internal sealed record FaultPlan(IReadOnlyList<FaultPlan.Call> Calls)
{
    private const int MostCalls = 12;

    public static FaultPlan Read(byte[] bytes)
    {
        var at = 0;
        int Next() => at < bytes.Length ? bytes[at++] : 0;
        var calls = new List<Call>();
        while (at < bytes.Length && calls.Count < MostCalls)
        {
            var flags = Next();
            var start = TimeSpan.FromSeconds(Next() % 40);
            var steps = new List<Step>();
            for (var count = (flags >> 3) % 6; count > 0; count--)
            {
                var kind = (FaultKind)(Next() % Enum.GetValues<FaultKind>().Length);
                steps.Add(new Step(kind, TimeSpan.FromMilliseconds(Next() * 40), TimeSpan.FromMilliseconds(Next() * 40), Next() % 75));
            }

            calls.Add(
                new Call(
                    calls.Count,
                    (flags & 1) == 1,
                    (flags & 2) == 2,
                    (flags & 4) == 4 ? TimeSpan.FromSeconds(Next() % 90) : null,
                    start,
                    steps
                )
            );
        }

        return new FaultPlan(calls);
    }

    public override string ToString() =>
        string.Join(
            '\n',
            Calls.Select(call =>
                $"{call.Id}: {(call.Idempotent ? "GET" : "POST")} at {call.Start} {(call.OtherBot ? "b-2" : "b-1")} cancel {call.CancelAfter} {string.Join(", ", call.Steps)}"
            )
        );

    /// <summary>One call.</summary>
    public sealed record Call(int Id, bool Idempotent, bool OtherBot, TimeSpan? CancelAfter, TimeSpan Start, IReadOnlyList<Step> Steps);

    /// <summary>One attempt, with the delays of its request and of its response.</summary>
    public sealed record Step(FaultKind Kind, TimeSpan There, TimeSpan Back, int Seconds)
    {
        public static readonly Step Good = new(FaultKind.None, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5), 0);
    }
}
