using KoreXo.Simulator.Faults;

namespace KoreXo.Simulator;

/// <summary>
/// Says which requests go wrong, and how. A plan only looks at the request and its number, so it does the same each time that the
/// same requests come in the same order; the order of different operations does not matter.
/// <code>
/// platform.Faults = FaultPlan.On("insertData", 2, Fault.ResetAfterEffect).Or(FaultPlan.Storm(seed: 7));
/// </code>
/// </summary>
public sealed class FaultPlan
{
    private readonly Func<FaultedCall, Fault?> _choose;

    private FaultPlan(Func<FaultedCall, Fault?> choose) => _choose = choose;

    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new(_ => null);

    /// <summary>One request goes wrong.</summary>
    /// <param name="operationId">The id that the documents give the operation.</param>
    /// <param name="number">Which request for the operation, from 1.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan On(string operationId, int number, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(fault);
        return new FaultPlan(call => call.Number == number && call.OperationId == operationId ? fault : null);
    }

    /// <summary>All requests for an operation go wrong.</summary>
    /// <param name="operationId">The id that the documents give the operation.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Always(string operationId, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentNullException.ThrowIfNull(fault);
        return new FaultPlan(call => call.OperationId == operationId ? fault : null);
    }

    /// <summary>The first requests for an operation go wrong, each in its own way.</summary>
    /// <param name="operationId">The id that the documents give the operation.</param>
    /// <param name="faults">The fault of the first request, the second, and so on; null where a request is served.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Script(string operationId, params IEnumerable<Fault?> faults)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentNullException.ThrowIfNull(faults);
        Fault?[] script = [.. faults];
        return new FaultPlan(call => call.OperationId == operationId && call.Number <= script.Length ? script[call.Number - 1] : null);
    }

    /// <summary>Requests for all operations go wrong at random, the same ones in the same way for the same seed.</summary>
    /// <param name="seed">What chance is made from.</param>
    /// <param name="share">The share of requests that go wrong, from 0 to 1.</param>
    /// <param name="faults">The faults to choose from. When left out: refusals of the minute, stale tokens, errors, resets, cut, late and
    /// slow answers.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Storm(int seed, double share = 0.2, params IEnumerable<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return new FaultStorm(seed, share, faults).ToPlan();
    }

    /// <summary>Chooses by a function.</summary>
    /// <param name="choose">Gives the fault of a request, or null. It is called by many requests at once.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan From(Func<FaultedCall, Fault?> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        return new FaultPlan(choose);
    }

    /// <summary>This plan, and another for the requests that this one lets pass.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>Both in one.</returns>
    public FaultPlan Or(FaultPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FaultPlan(call => _choose(call) ?? other._choose(call));
    }

    internal Fault? Choose(FaultedCall call) => _choose(call);
}
