using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Scopes;

/// <summary>A call whose requirement is known, and the code around it.</summary>
internal sealed record FoundCall(ScopeProject Project, ScopedCall Call, ISymbol Caller, SyntaxTree Tree);
