using System.Reflection;

namespace Workloads.MissingScopes;

/// <summary>Whether an app may call a method.</summary>
/// <param name="Method">The method of the SDK.</param>
/// <param name="IsGranted">Whether one credential is granted what the method requires.</param>
/// <param name="Scopes">The scopes by which it is granted; if it is not, those to ask for, with all alternatives.</param>
internal sealed record ScopeVerdict(MethodInfo Method, bool IsGranted, string Scopes);
