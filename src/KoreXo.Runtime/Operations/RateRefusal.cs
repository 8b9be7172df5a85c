using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A text by which an API refuses a call because of a rate limit.</summary>
/// <param name="Contains">The text, compared without case.</param>
/// <param name="Seconds">How long to wait before the next attempt.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateRefusal(string Contains, int Seconds);
