namespace KoreXo.Testing.Http;

/// <summary>A request as it was sent.</summary>
/// <param name="Line">Verb and target, for example <c>GET /pets?limit=3</c>.</param>
/// <param name="Headers">The headers, those of the content too.</param>
/// <param name="Body">The body as text; empty without one.</param>
public sealed record RecordedRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body);
