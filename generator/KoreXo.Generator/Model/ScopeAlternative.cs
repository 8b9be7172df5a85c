namespace KoreXo.Generator.Model;

/// <summary>One way to be allowed to call an operation: all of these scopes, on one credential.</summary>
internal sealed record ScopeAlternative(string? Credential, EquatableArray<string> Scopes);
