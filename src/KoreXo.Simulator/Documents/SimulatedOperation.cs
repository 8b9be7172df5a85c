namespace KoreXo.Simulator;

/// <summary>An operation of a simulated service, and what the simulator does when it is called.</summary>
/// <param name="Id">The id of the operation; its method and path if the document gives none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path in the document.</param>
/// <param name="Effect">What the operation does to the state.</param>
/// <param name="Resource">The path of the collection that it works on; <see langword="null"/> if it has no effect.</param>
/// <param name="Remark">What else there is to know, such as why no effect was inferred; <see langword="null"/> if there is nothing.</param>
public sealed record SimulatedOperation(string Id, string Method, string Path, SimulatedEffect Effect, string? Resource, string? Remark)
{
    /// <summary>Gets a value indicating whether the operation reads or changes state rather than being answered from its schema.</summary>
    public bool IsStateful => Effect != SimulatedEffect.None;
}
