using KoreXo.Simulator.Faults;

namespace KoreXo.Simulator;

/// <summary>
/// Determines which requests fail, and how. A plan depends only on the request and its number, so it behaves the same whenever the same
/// requests arrive in the same order; the order between different operations does not matter.
/// <code>
/// platform.Faults = FaultPlan.On("insertRow", 2, Fault.ResetAfterEffect).Or(FaultPlan.Storm(seed: 7));
/// </code>
/// </summary>
public sealed class FaultPlan
{
    private readonly Func<FaultedCall, Fault?> _choose;

    private FaultPlan(Func<FaultedCall, Fault?> choose) => _choose = choose;

    /// <summary>Gets a plan without faults.</summary>
    public static FaultPlan None { get; } = new(_ => null);

    /// <summary>Creates a plan in which one request fails.</summary>
    /// <param name="operationId">The id of the operation in the documents.</param>
    /// <param name="number">The one-based number of the request for the operation.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan On(string operationId, int number, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(fault);
        return new FaultPlan(call => call.Number == number && call.OperationId == operationId ? fault : null);
    }

    /// <summary>Creates a plan in which all requests for an operation fail.</summary>
    /// <param name="operationId">The id of the operation in the documents.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Always(string operationId, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentNullException.ThrowIfNull(fault);
        return new FaultPlan(call => call.OperationId == operationId ? fault : null);
    }

    /// <summary>Creates a plan in which the first requests for an operation fail, each with its own fault.</summary>
    /// <param name="operationId">The id of the operation in the documents.</param>
    /// <param name="faults">The faults of the first request, the second, and so on; <see langword="null"/> for a request without
    /// one.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Script(string operationId, params IEnumerable<Fault?> faults)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentNullException.ThrowIfNull(faults);
        // Read once: the plan is asked concurrently, and a lazy sequence need not give the same faults each time.
        Fault?[] script = [.. faults];
        return new FaultPlan(call => call.OperationId == operationId && call.Number <= script.Length ? script[call.Number - 1] : null);
    }

    /// <summary>
    /// Creates a plan in which requests for all operations fail at random. The same seed gives the same faults for the same requests.
    /// </summary>
    /// <param name="seed">The seed of the random choice.</param>
    /// <param name="share">The fraction of requests that fail, from 0 to 1. The default is 0.2.</param>
    /// <param name="faults">The faults to choose from. The default is rate limiting by the minute, stale tokens, errors, resets, and
    /// truncated, late and slow responses.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Storm(int seed, double share = 0.2, params IEnumerable<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return new FaultStorm(seed, share, faults).ToPlan();
    }

    /// <summary>Creates a plan from a function.</summary>
    /// <param name="choose">Returns the fault of a request, or <see langword="null"/>. It is called concurrently.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan From(Func<FaultedCall, Fault?> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        return new FaultPlan(choose);
    }

    /// <summary>Combines this plan with another one for the requests that have no fault in this one.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>The combined plan.</returns>
    public FaultPlan Or(FaultPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FaultPlan(call => _choose(call) ?? other._choose(call));
    }

    internal Fault? Choose(FaultedCall call) => _choose(call);
}
