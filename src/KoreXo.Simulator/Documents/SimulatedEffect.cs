namespace KoreXo.Simulator;

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
