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

/// <summary>What an operation does to the state of a simulated service.</summary>
public enum SimulatedEffect
{
    /// <summary>Nothing: the response is an example of the document, or generated from its schema.</summary>
    None,

    /// <summary>Whatever the platform does; its behaviors are written by hand.</summary>
    Platform,

    /// <summary>Creates a resource, which the other operations then find.</summary>
    Create,

    /// <summary>Gets a resource as it was created and updated.</summary>
    Get,

    /// <summary>Lists the resources that exist.</summary>
    List,

    /// <summary>Replaces a resource, or some of its members.</summary>
    Update,

    /// <summary>Deletes a resource with everything that belongs to it.</summary>
    Delete,

    /// <summary>Starts a job; the response is made from its schema.</summary>
    StartJob,

    /// <summary>Gets the state of a job; the rest of the response is made from its schema.</summary>
    GetJob,
}
