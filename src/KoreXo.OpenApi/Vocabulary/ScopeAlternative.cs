using KoreXo.OpenApi.Document;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary>One way to satisfy a requirement: all of these scopes, on one credential.</summary>
/// <param name="Credential">The kind of credential; null for any kind.</param>
/// <param name="Scopes">The scopes.</param>
internal sealed record ScopeAlternative(string? Credential, EquatableArray<string> Scopes)
{
    /// <summary>Gets the parameter whose value is the resource that the scopes are granted on; null if they are granted on all.</summary>
    public ParameterKey? Resource { get; init; }

    public bool IsFor(string credential) => Credential is null || Credential == credential;
}
