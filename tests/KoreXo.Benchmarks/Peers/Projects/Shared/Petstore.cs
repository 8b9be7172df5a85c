namespace Peers;

/// <summary>
/// One client of the petstore, behind three calls. They return the task of the client itself, so that nothing is measured that is
/// not its own.
/// </summary>
public abstract class Petstore
{
    /// <summary>The key that every client sends.</summary>
    public const string Key = "4f0c1d2e-77aa-4b6c-9d1f-1e9a8d6cf90e";

    /// <summary>Gets the pet with id 10.</summary>
    public abstract Task Get();

    /// <summary>Adds <see cref="PetResponses.Added"/>; makes the request body from new objects.</summary>
    public abstract Task Add();

    /// <summary>Lists the available pets.</summary>
    public abstract Task List();

    /// <summary>Returns what a completed call decoded.</summary>
    public abstract IReadOnlyList<PetValues> Read(Task call);
}
