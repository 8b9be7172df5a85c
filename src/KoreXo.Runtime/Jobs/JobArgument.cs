using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A value that the status calls of a job need.</summary>
/// <param name="Target">The parameter of the status call: <c>path.botId</c>, <c>query.x</c>, <c>header.x</c>, or a member of its body,
/// <c>body.exportType</c>.</param>
/// <param name="Source">The source of the value: <c>$request.path.botId</c>, <c>$request.query.x</c>, <c>$request.header.x</c>,
/// <c>$request.body#/exportType</c>, <c>$response.body#/_id</c>, or a constant.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record JobArgument(string Target, string Source);
