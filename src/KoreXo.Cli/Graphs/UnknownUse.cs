using System.Collections.Immutable;
using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>A place that may run code that the analysis cannot see.</summary>
/// <param name="Reason">The reason, as the end of "may call scoped APIs through …".</param>
/// <param name="Place">The place.</param>
/// <param name="Scopes">The scopes that the called library declares; empty if nothing is known.</param>
internal sealed record UnknownUse(string Reason, Location Place, ImmutableArray<ScopeOnCredential> Scopes);
