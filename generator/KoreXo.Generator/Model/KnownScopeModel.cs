namespace KoreXo.Generator.Model;

internal sealed record KnownScopeModel(string Name, EquatableArray<string> Aliases, EquatableArray<string> Implies);
