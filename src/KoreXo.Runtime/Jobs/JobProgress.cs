using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>How a wait for a job stands.</summary>
/// <param name="Polls">How often the status was asked for.</param>
/// <param name="State">The state last seen, as the server wrote it.</param>
/// <param name="Percent">The progress in percent, where the platform gives it.</param>
/// <param name="Elapsed">The time since the wait began.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JobProgress(int Polls, string? State, double? Percent, TimeSpan Elapsed);
