using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Finds which scopes are known to be held where certain operations run, by following guards through the control flow of a member, its
/// lambdas and its local functions. For example, after <c>if (!client.HoldsScopes("a")) return;</c> every operation holds <c>a</c>; in a
/// local function, only what all of its callers have checked is known.
/// </summary>
internal sealed class GuardFlow
{
    private readonly FlowContext _context;
    private readonly HashSet<SyntaxNode> _wanted;
    private readonly Dictionary<SyntaxNode, HeldFacts> _found = [];
    private readonly HashSet<SyntaxNode> _unreachable = [];
    private readonly HashSet<SyntaxNode> _unreachableLambdas = [];

    // A local function knows only what all of its callers know.
    private readonly Dictionary<IMethodSymbol, GuardState> _calledWith = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, GuardState> _analyzedWith = new(SymbolEqualityComparer.Default);
    private readonly List<(ControlFlowGraph Graph, IMethodSymbol Function)> _localFunctions = [];

    private GuardFlow(FlowContext context, HashSet<SyntaxNode> wanted)
    {
        _context = context;
        _wanted = wanted;
    }

    /// <summary>Analyzes the guards of a member.</summary>
    /// <param name="graph">The control flow of the member.</param>
    /// <param name="members">What other members prove.</param>
    /// <param name="wanted">The syntax of the operations of interest.</param>
    /// <param name="cancellation">A token to cancel the analysis.</param>
    /// <returns>The scopes held at each operation; nothing is known about operations that are not included.</returns>
    public static IReadOnlyDictionary<SyntaxNode, HeldFacts> Follow(
        ControlFlowGraph graph,
        GuardedMembers members,
        HashSet<SyntaxNode> wanted,
        CancellationToken cancellation
    )
    {
        var flow = new GuardFlow(members.Context(graph, CallPath.Start, cancellation), wanted);
        flow.Follow(graph, GuardState.Empty);
        flow.FollowLocalFunctions();
        foreach (var syntax in wanted)
        {
            if (
                !flow._found.ContainsKey(syntax)
                && (flow._unreachable.Contains(syntax) || syntax.Ancestors().Any(flow._unreachableLambdas.Contains))
            )
            {
                flow._found.Add(syntax, HeldFacts.Unreachable);
            }
        }

        return flow._found;
    }

    private void Follow(ControlFlowGraph graph, GuardState start)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        _localFunctions.AddRange(graph.LocalFunctions.Select(function => (graph, function)));
        var effects = new GuardEffects(_context, graph);
        var states = new BlockStates(graph, effects, _context.Cancellation).Solve(start);
        foreach (var block in graph.Blocks)
        {
            var state = states[block.Ordinal];
            foreach (var operation in BlockStates.Operations(block))
            {
                if (state is null)
                {
                    Skip(operation);
                }
                else
                {
                    state = effects.Apply(operation, state, (visited, current) => Visit(graph, visited, current));
                }
            }
        }
    }

    // The body of a lambda that is never created does not run either.
    private void Skip(IOperation operation)
    {
        foreach (var skipped in operation.DescendantsAndSelf())
        {
            if (_wanted.Contains(skipped.Syntax))
            {
                _unreachable.Add(skipped.Syntax);
            }

            if (skipped is IFlowAnonymousFunctionOperation)
            {
                _unreachableLambdas.Add(skipped.Syntax);
            }
        }
    }

    private void FollowLocalFunctions()
    {
        // What is known at a function's start only ever shrinks, so this terminates.
        for (var next = Changed(); next is { } changed; next = Changed())
        {
            var start = _calledWith[changed.Function];
            _analyzedWith[changed.Function] = start;
            Follow(changed.Graph.GetLocalFunctionControlFlowGraphInScope(changed.Function, _context.Cancellation), start);
        }
    }

    // Calls to a local function may be found in the member, in lambdas and in other local functions. It is analyzed with what the callers
    // known so far have in common, and once more when another one knows less. Functions without a caller wait until the end: analyzing a
    // function may reveal that it calls one of them.
    private (ControlFlowGraph Graph, IMethodSymbol Function)? Changed()
    {
        foreach (var (graph, function) in _localFunctions)
        {
            if (
                _calledWith.TryGetValue(function, out var start)
                && !(_analyzedWith.TryGetValue(function, out var before) && before.IsSame(start))
            )
            {
                return (graph, function);
            }
        }

        // A function without callers is unfinished, or is referenced only by name.
        foreach (var (graph, function) in _localFunctions)
        {
            if (!_calledWith.ContainsKey(function))
            {
                _calledWith[function] = GuardState.Empty;
                return (graph, function);
            }
        }

        return null;
    }

    private void Visit(ControlFlowGraph graph, IOperation operation, GuardState state)
    {
        if (_wanted.Contains(operation.Syntax))
        {
            _found[operation.Syntax] = _found.TryGetValue(operation.Syntax, out var found) ? found.Or(state.Held) : state.Held;
        }

        if (state.Held.IsUnreachable)
        {
            return;
        }

        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            Follow(graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, _context.Cancellation), Later(state));
        }
        else if (CalledMembers.LocalFunction(operation) is { } function)
        {
            var start = Later(state);
            _calledWith[function] = _calledWith.TryGetValue(function, out var known) ? known.Join(start) : start;
        }
    }

    // Code that runs later can rely only on variables that never change.
    private GuardState Later(GuardState state) =>
        state with
        {
            Values = state
                .Values.Where(entry => _context.Variables.IsConstant(entry.Key))
                .ToImmutableDictionary(static entry => entry.Key, static entry => entry.Value),
        };
}
