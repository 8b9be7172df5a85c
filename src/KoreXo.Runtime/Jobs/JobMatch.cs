using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>
/// Distinguishes the status of this run of a job from that of another: the value in the status must equal that from the start.
/// </summary>
/// <param name="StatusPointer">The location in the response to the status call, a JSON pointer.</param>
/// <param name="Source">The source of the value at the start, as for <see cref="JobArgument.Source"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record JobMatch(string StatusPointer, string Source);
