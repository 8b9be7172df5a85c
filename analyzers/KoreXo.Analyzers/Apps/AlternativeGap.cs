using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>What an alternative lacks.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Scopes">What is missing from the credential that comes closest; all of it if no credential fits.</param>
/// <param name="Credentials">What is missing from each credential that fits.</param>
internal sealed record AlternativeGap(
    ScopeAlternative Alternative,
    ImmutableArray<string> Scopes,
    ImmutableArray<CredentialGap> Credentials
);
