using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes that are missing for one alternative.</summary>
/// <param name="Alternative">The alternative.</param>
/// <param name="Scopes">The scopes missing from the closest credential; all scopes of the alternative if no credential fits.</param>
/// <param name="Credentials">The scopes missing from each credential that fits.</param>
internal sealed record AlternativeGap(
    ScopeAlternative Alternative,
    ImmutableArray<string> Scopes,
    ImmutableArray<CredentialGap> Credentials
);
