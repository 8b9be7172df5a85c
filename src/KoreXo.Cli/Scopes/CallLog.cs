using System.Collections.Concurrent;
using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Scopes;

/// <summary>Records the calls that the analyzer finds.</summary>
internal sealed class CallLog : ScopeProbe
{
    private readonly ConcurrentQueue<FoundCall> _calls = new();

    /// <summary>Gets what the analyzer knows about the compilation; <see langword="null"/> if it uses no scoped API.</summary>
    public ScopeProject? Project { get; private set; }

    /// <summary>Gets the calls, in source order.</summary>
    public IEnumerable<FoundCall> Calls =>
        _calls.OrderBy(static call => call.Tree.FilePath, StringComparer.Ordinal).ThenBy(static call => call.Call.Span.Start);

    public override void ProjectBegun(ScopeProject project) => Project = project;

    public override void CallFound(ScopeProject project, ScopedCall call, ISymbol caller, SyntaxTree tree) =>
        _calls.Enqueue(new FoundCall(project, call, caller, tree));
}
