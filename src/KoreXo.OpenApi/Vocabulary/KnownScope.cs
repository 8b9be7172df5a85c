namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A scope that a document names, its other spellings, and the scopes that it includes.</summary>
internal sealed record KnownScope(string Name, EquatableArray<string> Aliases, EquatableArray<string> Implies);
