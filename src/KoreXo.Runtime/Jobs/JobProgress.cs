using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>The progress of a wait for a job.</summary>
/// <param name="Polls">The number of polls.</param>
/// <param name="State">The last known state, as the server spelled it.</param>
/// <param name="Percent">The progress in percent, if the server reports it.</param>
/// <param name="Elapsed">The time since the wait began.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JobProgress(int Polls, string? State, double? Percent, TimeSpan Elapsed);
