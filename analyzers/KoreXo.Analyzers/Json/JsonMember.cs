namespace KoreXo.Analyzers.Json;

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(JsonValue Name, JsonValue Value);
