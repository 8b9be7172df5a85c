using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The rate limit of an operation.</summary>
/// <param name="Budget">The budget that the operation draws on; operations with the same budget name share it.</param>
/// <param name="Documented">Whether the limit is documented by the API or estimated.</param>
/// <param name="Windows">The rolling windows, all of which must have capacity.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateLimit(string Budget, bool Documented, RateLimitWindow[] Windows);

/// <summary>A message by which an API reports that a request was rate limited.</summary>
/// <param name="Contains">The string to look for, ignoring case.</param>
/// <param name="Seconds">How long to wait before the next attempt, in seconds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateRefusal(string Contains, int Seconds);
