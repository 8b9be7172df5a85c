using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>How a job is started and followed. Emitted once per starting operation.</summary>
/// <typeparam name="T">The type of the job's status.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobDescriptor<T>
{
    /// <summary>Gets the operation that starts the job.</summary>
    public required OperationDescriptor Start { get; init; }

    /// <summary>Gets the operation that gives the status.</summary>
    public required OperationDescriptor Status { get; init; }

    /// <summary>Gets the codec of the status.</summary>
    public required JsonCodec<T> Codec { get; init; }

    /// <summary>
    /// Gets what the status call needs. A path parameter that is not among them is taken from the start's of the same name.
    /// </summary>
    public JobArgument[] Arguments { get; init; } = [];

    /// <summary>
    /// Gets the place of the state in the status: a JSON pointer, in which <c>items[]</c> stands for each item of an array; all must then
    /// have succeeded.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Gets the place of the progress in percent in the status; <see langword="null"/> if there is none.</summary>
    public string? Percent { get; init; }

    /// <summary>
    /// Gets the states of a job that is under way. An unknown state counts as one of them, unless its words mean failure.
    /// </summary>
    public string[] Running { get; init; } = [];

    /// <summary>Gets the states of a job that succeeded. States compare without case, <c>-</c>, <c>_</c> and blanks.</summary>
    public string[] Succeeded { get; init; } = [];

    /// <summary>Gets the states of a job that succeeded in part; it counts as done, and the status tells the rest.</summary>
    public string[] Partial { get; init; } = [];

    /// <summary>Gets the states of a job that failed.</summary>
    public string[] Failed { get; init; } = [];

    /// <summary>Gets what tells the status of this run from that of another.</summary>
    public JobMatch[] Match { get; init; } = [];

    /// <summary>
    /// Gets the target among <see cref="Arguments"/> whose value is the <see cref="OperationRequest.RateKey"/> of the status call.
    /// </summary>
    public string? StatusRateKey { get; init; }
}
