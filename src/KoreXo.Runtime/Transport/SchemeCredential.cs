namespace KoreXo.Runtime;

/// <summary>A credential, and the security scheme that it is used for in a call.</summary>
internal sealed record SchemeCredential(ApiAuthentication Scheme, KoreXoCredential Credential, ScopeRequirement Requirement);
