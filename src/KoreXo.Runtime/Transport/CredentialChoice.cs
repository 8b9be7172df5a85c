namespace KoreXo.Runtime;

/// <summary>The credential of a call, and the alternative of the operation's need that it was chosen by.</summary>
internal readonly record struct CredentialChoice(KoreXoCredential? Credential, ScopeRequirement? Requirement);
