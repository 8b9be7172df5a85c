namespace KoreXo.Runtime;

/// <summary>The credential of a call, and the alternative of the operation's requirements that it was chosen for.</summary>
/// <param name="Credential">The credential; <see langword="null"/> if the call has none.</param>
/// <param name="Requirement">The alternative.</param>
/// <param name="Scheme">Where the token is sent, if not where the API as a whole expects it.</param>
/// <param name="Others">The additional credentials of the call.</param>
internal readonly record struct CredentialChoice(
    KoreXoCredential? Credential,
    ScopeRequirement? Requirement,
    ApiAuthentication? Scheme = null,
    SchemeCredential[]? Others = null
);
