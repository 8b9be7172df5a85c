namespace KoreXo;

/// <summary>The scopes that a credential is granted on one resource, for example on one table.</summary>
/// <param name="Credential">The kind of credential; <c>""</c> for every kind.</param>
/// <param name="Resource">The resource, as requests name it; compared ordinally.</param>
/// <param name="Scopes">The scopes, in addition to those that the credential is granted on every resource.</param>
public sealed record ResourceGrant(string Credential, string Resource, IReadOnlyCollection<string> Scopes);
