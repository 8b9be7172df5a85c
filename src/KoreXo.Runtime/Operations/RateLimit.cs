using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The rate at which an operation may be called.</summary>
/// <param name="Budget">The budget that the operation draws on; operations with the same name share it.</param>
/// <param name="Documented">Whether the API's documentation gives the rate, or it is a guess.</param>
/// <param name="Windows">The rolling windows, all of which must have room.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RateLimit(string Budget, bool Documented, RateWindow[] Windows);
