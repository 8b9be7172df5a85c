using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>Tells the status of this run of a job from that of another: the value in the status must be that of the start.</summary>
/// <param name="StatusPointer">The place in the answer of the status call, a JSON pointer.</param>
/// <param name="Source">Where the value of the start comes from, as for <see cref="JobArgument.Source"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record JobMatch(string StatusPointer, string Source);
