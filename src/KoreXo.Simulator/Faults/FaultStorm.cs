namespace KoreXo.Simulator.Faults;

/// <summary>
/// A random choice that depends only on seed, operation and request number, so that concurrent requests do not influence it.
/// </summary>
internal sealed class FaultStorm
{
    private static readonly Fault[] Usual =
    [
        Fault.MinuteRefusal.WithRetryAfter(TimeSpan.FromSeconds(1)),
        Fault.ExpiredToken,
        Fault.Error(500),
        Fault.Error(502, FaultBody.Html),
        Fault.Error(503, FaultBody.Empty),
        Fault.ErrorAfterEffect(500),
        Fault.ErrorAfterEffect(504, FaultBody.Html),
        Fault.ResetBeforeEffect,
        Fault.ResetAfterEffect,
        Fault.CutJson,
        Fault.CutBody,
        Fault.LateAnswer(TimeSpan.FromMilliseconds(200)),
        Fault.SlowBody(TimeSpan.FromMilliseconds(200)),
    ];

    private readonly ulong _seed;
    private readonly double _share;
    private readonly Fault[] _faults;

    public FaultStorm(int seed, double share, IEnumerable<Fault> faults)
    {
        _seed = unchecked((ulong)seed);
        _share = share;
        Fault[] given = [.. faults];
        _faults = given.Length == 0 ? Usual : given;
    }

    // A random number generator shared by all requests would hand out its numbers in the order of arrival, which differs from run to run.
    // Hashing seed, operation and number gives the fifth insert the same fault in every run, whatever else happens at the same time.
    public FaultPlan ToPlan() =>
        FaultPlan.From(call =>
        {
            var chance = Mix(_seed);
            foreach (var character in call.OperationId)
            {
                chance = Mix(chance ^ character);
            }

            chance = Mix(chance ^ (ulong)call.Number);

            // The upper 53 bits as a fraction from 0 to 1, which is as much as a double can hold exactly.
            return (chance >> 11) * (1.0 / (1UL << 53)) < _share ? _faults[Mix(chance) % (ulong)_faults.Length] : null;
        });

    /// <summary>Spreads each bit of a number over all bits (SplitMix64).</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
