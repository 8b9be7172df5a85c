namespace KoreXo.OpenApi.Vocabulary;

/// <summary>What an operation needs: any of the alternatives; without alternatives, nothing.</summary>
internal sealed record ScopeNeed(EquatableArray<ScopeAlternative> Alternatives);
