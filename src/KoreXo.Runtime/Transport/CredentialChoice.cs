namespace KoreXo.Runtime;

/// <summary>The credential of a call, and the alternative of the operation's need that it was chosen by.</summary>
/// <param name="Credential">The credential; <see langword="null"/> where the call carries none.</param>
/// <param name="Requirement">The alternative.</param>
/// <param name="Scheme">Where the token goes, if not where the API as a whole has it.</param>
/// <param name="Others">The further credentials that the call carries at once.</param>
internal readonly record struct CredentialChoice(
    KoreXoCredential? Credential,
    ScopeRequirement? Requirement,
    ApiAuthentication? Scheme = null,
    SchemeCredential[]? Others = null
);
