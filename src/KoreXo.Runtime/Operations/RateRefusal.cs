using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A message by which an API reports that a request was rate limited.</summary>
/// <param name="Contains">The string to look for, ignoring case.</param>
/// <param name="Seconds">How long to wait before the next attempt, in seconds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateRefusal(string Contains, int Seconds);
