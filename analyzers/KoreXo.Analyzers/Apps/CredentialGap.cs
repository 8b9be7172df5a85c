using System.Collections.Immutable;

namespace KoreXo.Analyzers.Apps;

/// <summary>What one credential would have to be given to satisfy an alternative.</summary>
internal sealed record CredentialGap(string? Kind, ImmutableArray<string> Scopes);
