using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// KXO1001: a call needs a scope that the app does not hold. KXO1009: a public member of a library needs a scope that it does not declare.
/// </summary>
internal sealed class MissingScopeRule(ScopeProject project, ScopeProbe? probe)
{
    public void CheckBlocks(OperationBlockAnalysisContext context)
    {
        probe?.CodeBound(context.OwningSymbol);
        var finder = new CallFinder(project.Requirements, new ResourceArguments(project.Fields).Resource);
        foreach (var block in context.OperationBlocks)
        {
            finder.Search(block);
        }

        if (finder.Calls.Count == 0)
        {
            return;
        }

        var tree = context.OperationBlocks[0].Syntax.SyntaxTree;
        var lacking = Lacking(finder.Calls, context.OwningSymbol, tree, context.CancellationToken);
        if (lacking.Count > 0)
        {
            lacking = Unguarded(lacking, context);
        }

        Report(lacking, tree, context.ReportDiagnostic);
        if (project.LacksManifest && !GeneratedClients.Contain(context.OwningSymbol, tree))
        {
            NoteUnguarded(finder.Calls, Facts(finder.Calls, context));
        }
    }

    /// <summary>Checks calls that cannot be preceded by a guard.</summary>
    public void CheckUnguarded(IReadOnlyList<ScopedCall> calls, ISymbol caller, SyntaxTree tree, SymbolAnalysisContext context)
    {
        Report(Lacking(calls, caller, tree, context.CancellationToken), tree, context.ReportDiagnostic);
        if (project.LacksManifest && !GeneratedClients.Contain(caller, tree))
        {
            NoteUnguarded(calls, []);
        }
    }

    /// <summary>Records unguarded calls, for the report of a missing manifest.</summary>
    private void NoteUnguarded(IReadOnlyList<ScopedCall> calls, Dictionary<SyntaxNode, HeldFacts> facts)
    {
        foreach (var call in calls.Where(static call => !call.Need.Needed.IsEmpty))
        {
            var guarded = facts.TryGetValue(call.Syntax, out var held) ? held : HeldFacts.None;
            if (!guarded.IsUnreachable && !ScopeJudge.Missing(call.Need, [], granted: null, guarded, project.Catalog).IsEmpty)
            {
                project.Uses.AddUnguarded(call.Need);
            }
        }
    }

    private List<Finding> Lacking(IReadOnlyList<ScopedCall> calls, ISymbol caller, SyntaxTree tree, CancellationToken cancellation)
    {
        var lacking = new List<Finding>();
        if (GeneratedClients.Contain(caller, tree))
        {
            return lacking;
        }

        var reports = project.Apps.Files.IsEmpty && ReportsPublicMember(caller, tree, cancellation);
        foreach (var call in calls)
        {
            project.Uses.AddCall(call.Need);
            probe?.CallFound(project, call, caller, tree);
            if (Judge(call, caller, reports, HeldFacts.None) is { } finding)
            {
                lacking.Add(finding);
            }
        }

        return lacking;
    }

    private Finding? Judge(ScopedCall call, ISymbol caller, bool reportsPublicMember, HeldFacts guarded)
    {
        if (call.Need.Needed.IsEmpty || guarded.IsUnreachable)
        {
            return null;
        }

        var granted = project.Callers.TakenOver(call.Function, caller);
        if (!project.Apps.Files.IsEmpty)
        {
            var missing = MissingScopes.Find(
                project.Apps.BoundTo(project.Callers.Apps(call.Function, caller)),
                app => app.Missing(call.Need, granted, guarded)
            );
            return missing is null
                ? null
                : new Finding(
                    call,
                    caller,
                    ScopeRules.MissingScope,
                    ScopeDeclaration.Write(missing.Properties, call.Need),
                    [MemberName.Full(call.Callee), missing.Description(", which app '{0}' does not hold"), missing.Apps]
                );
        }

        if (!reportsPublicMember)
        {
            return null;
        }

        var gaps = ScopeJudge.Missing(call.Need, [], granted, guarded, project.Catalog);
        return gaps.IsEmpty
            ? null
            : new Finding(
                call,
                caller,
                ScopeRules.UndeclaredPublicMember,
                ScopeDeclaration.Write(ImmutableDictionary<string, string?>.Empty, call.Need),
                [MemberName.Full(call.Callee), MissingScopes.Describe(gaps), DeclaredOn(caller, call.Need, guarded)]
            );
    }

    private List<Finding> Unguarded(List<Finding> lacking, OperationBlockAnalysisContext context)
    {
        var facts = Facts(lacking.Select(static finding => finding.Call), context);
        return
        [
            .. lacking
                .Select(finding =>
                    facts.TryGetValue(finding.Call.Syntax, out var held) && !held.IsNone
                        ? Judge(finding.Call, finding.Caller, reportsPublicMember: true, held)
                        : finding
                )
                .OfType<Finding>(),
        ];
    }

    /// <summary>Finds out what guards have found to be held where the calls are made.</summary>
    private Dictionary<SyntaxNode, HeldFacts> Facts(IEnumerable<ScopedCall> calls, OperationBlockAnalysisContext context)
    {
        var facts = new Dictionary<SyntaxNode, HeldFacts>();
        var graphs = new HashSet<IOperation>();
        var wanted = new HashSet<SyntaxNode>(calls.Select(static call => call.Syntax));
        foreach (var block in context.OperationBlocks)
        {
            // The initializer and the body of a constructor are two blocks in one graph.
            var root = block;
            while (root.Parent is not null)
            {
                root = root.Parent;
            }

            if (
                graphs.Add(root)
                && wanted.Any(syntax => root.Syntax.FullSpan.Contains(syntax.FullSpan))
                && FlowNeed.Of(root, project.Guards, project.GuardedMembers, context.CancellationToken)
            )
            {
                probe?.GraphBuilt();
                var graph = context.GetControlFlowGraph(block);
                foreach (var fact in GuardFlow.Follow(graph, project.GuardedMembers, wanted, context.CancellationToken))
                {
                    facts[fact.Key] = fact.Value;
                }
            }
        }

        return facts;
    }

    // Callers see the interface or base member, so the declaration belongs there first; on the implementation alone they would not see it.
    private string DeclaredOn(ISymbol caller, Requirement need, HeldFacts guarded)
    {
        var declared = OverrideRule
            .Declared(MemberName.Whole(caller))
            .FirstOrDefault(candidate =>
                !candidate.DeclaringSyntaxReferences.IsEmpty
                && !ScopeJudge.Missing(need, [], project.Requirements.Of(candidate)?.Inside(caller), guarded, project.Catalog).IsEmpty
            );
        return declared is null ? MemberName.Simple(caller) : MemberName.Full(declared);
    }

    // The rule is off by default, and the check costs as much as reporting.
    private bool ReportsPublicMember(ISymbol caller, SyntaxTree tree, CancellationToken cancellation) =>
        project.IsLibrary && PublicApi.Contains(caller) && IsSwitchedOn(tree, cancellation);

    private bool IsSwitchedOn(SyntaxTree tree, CancellationToken cancellation)
    {
        var options = project.Compilation.Options;
        const string id = ScopeRules.UndeclaredPublicMemberId;
        return (
                (options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, id, cancellation, out var severity) ?? false)
                || options.SpecificDiagnosticOptions.TryGetValue(id, out severity)
                || (options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(id, cancellation, out severity) ?? false)
            ) && severity is not ReportDiagnostic.Suppress and not ReportDiagnostic.Default;
    }

    private static void Report(List<Finding> findings, SyntaxTree tree, Action<Diagnostic> report)
    {
        var reported = new HashSet<(TextSpan Span, string What)>();
        foreach (var (call, _, rule, properties, arguments) in findings)
        {
            // A loop or a compound assignment to a property runs several members, often with the same requirement.
            if (reported.Add((call.Span, arguments[1])))
            {
                report(Diagnostic.Create(rule, Location.Create(tree, call.Span), properties, [.. arguments]));
            }
        }
    }

    private sealed record Finding(
        ScopedCall Call,
        ISymbol Caller,
        DiagnosticDescriptor Rule,
        ImmutableDictionary<string, string?> Properties,
        ImmutableArray<string> Arguments
    );
}
