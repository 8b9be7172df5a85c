using System.Collections.Immutable;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes that one credential would need in addition to satisfy an alternative.</summary>
internal sealed record CredentialGap(string? Kind, ImmutableArray<string> Scopes);
