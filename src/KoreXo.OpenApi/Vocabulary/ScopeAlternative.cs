namespace KoreXo.OpenApi.Vocabulary;

/// <summary>One way to be allowed to call an operation: all of these scopes, on one credential.</summary>
/// <param name="Credential">The kind of credential; null where any will do.</param>
/// <param name="Scopes">The scopes.</param>
internal sealed record ScopeAlternative(string? Credential, EquatableArray<string> Scopes)
{
    public bool IsFor(string credential) => Credential is null || Credential == credential;
}
