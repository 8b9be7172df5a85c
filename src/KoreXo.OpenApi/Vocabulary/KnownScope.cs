namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A scope that a document defines, its other spellings, and the scopes that it implies.</summary>
internal sealed record KnownScope(string Name, EquatableArray<string> Aliases, EquatableArray<string> Implies);
