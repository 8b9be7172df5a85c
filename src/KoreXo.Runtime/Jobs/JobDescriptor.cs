using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>Describes how a job is started and polled. Emitted once per starting operation.</summary>
/// <typeparam name="T">The type of the job's status.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JobDescriptor<T>
{
    /// <summary>Gets the operation that starts the job.</summary>
    public required OperationDescriptor Start { get; init; }

    /// <summary>Gets the operation that returns the status.</summary>
    public required OperationDescriptor Status { get; init; }

    /// <summary>Gets the codec of the status.</summary>
    public required JsonCodec<T> Codec { get; init; }

    /// <summary>
    /// Gets the values that the status call needs. A path parameter that is not listed takes the value of the same parameter of the start.
    /// </summary>
    public JobArgument[] Arguments { get; init; } = [];

    /// <summary>
    /// Gets the location of the state in the status: a JSON pointer, in which <c>items[]</c> denotes each item of an array; all of them
    /// must then have succeeded.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Gets the location of the progress in percent in the status; <see langword="null"/> if there is none.</summary>
    public string? Percent { get; init; }

    /// <summary>
    /// Gets the states of a running job. An unknown state counts as running, unless its words mean failure.
    /// </summary>
    public string[] Running { get; init; } = [];

    /// <summary>Gets the states of a job that succeeded. Case, <c>-</c>, <c>_</c> and spaces are ignored when comparing states.</summary>
    public string[] Succeeded { get; init; } = [];

    /// <summary>Gets the states of a job that partially succeeded; it counts as completed, and the status has the details.</summary>
    public string[] Partial { get; init; } = [];

    /// <summary>Gets the states of a job that failed.</summary>
    public string[] Failed { get; init; } = [];

    /// <summary>Gets the values that distinguish the status of this run from that of another.</summary>
    public JobMatch[] Match { get; init; } = [];

    /// <summary>
    /// Gets the target among <see cref="Arguments"/> whose value is the <see cref="OperationRequest.RateKey"/> of the status call.
    /// </summary>
    public string? StatusRateKey { get; init; }
}
