using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A parameter of the call that starts a job.</summary>
/// <param name="Name">Location and name: <c>path.botId</c>, <c>query.x</c>, <c>header.x</c>.</param>
/// <param name="Value">The value, unescaped; <see langword="null"/> if it was omitted.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JobValue(string Name, string? Value);
