using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The rate limit of an operation.</summary>
/// <param name="Budget">The budget that the operation draws on; operations with the same budget name share it.</param>
/// <param name="Documented">Whether the limit is documented by the API or estimated.</param>
/// <param name="Windows">The rolling windows, all of which must have capacity.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateLimit(string Budget, bool Documented, RateLimitWindow[] Windows);
