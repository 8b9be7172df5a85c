namespace KoreXo.OpenApi.Vocabulary;

/// <summary>What an operation requires: any of the alternatives; nothing if there are none.</summary>
internal sealed record ScopeNeed(EquatableArray<ScopeAlternative> Alternatives);
