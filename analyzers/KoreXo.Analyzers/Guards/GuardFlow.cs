using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Finds which scopes are known to be held where certain operations run, by following guards through the control flow of a member, its
/// lambdas and its local functions.
/// </summary>
internal sealed class GuardFlow
{
    private readonly GuardEffects _effects;
    private readonly VariableUse _variables;
    private readonly CancellationToken _cancellation;

    private readonly HashSet<SyntaxNode> _wanted;
    private readonly Dictionary<SyntaxNode, HeldFacts> _found = [];

    // A local function knows what every one of its callers knows.
    private readonly Dictionary<IMethodSymbol, HeldFacts> _calledWith = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, HeldFacts> _analyzedWith = new(SymbolEqualityComparer.Default);
    private readonly List<(ControlFlowGraph Graph, IMethodSymbol Function)> _localFunctions = [];

    private GuardFlow(GuardReader guards, VariableUse variables, HashSet<SyntaxNode> wanted, CancellationToken cancellation)
    {
        _variables = variables;
        _effects = new GuardEffects(guards, variables);
        _wanted = wanted;
        _cancellation = cancellation;
    }

    /// <summary>Follows the guards of a member.</summary>
    /// <param name="graph">The control flow of the member.</param>
    /// <param name="guards">The guards.</param>
    /// <param name="wanted">The operations in question, by their syntax.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is held at each; nothing is known of those that are not in it.</returns>
    public static IReadOnlyDictionary<SyntaxNode, HeldFacts> Follow(
        ControlFlowGraph graph,
        GuardReader guards,
        HashSet<SyntaxNode> wanted,
        CancellationToken cancellation
    )
    {
        var flow = new GuardFlow(guards, new VariableUse(graph.OriginalOperation), wanted, cancellation);
        flow.Follow(graph, GuardState.Empty);
        flow.FollowLocalFunctions();
        return flow._found;
    }

    private void Follow(ControlFlowGraph graph, GuardState start)
    {
        _cancellation.ThrowIfCancellationRequested();
        _localFunctions.AddRange(graph.LocalFunctions.Select(function => (graph, function)));
        var states = new BlockStates(graph, _effects).Solve(start, _cancellation);
        foreach (var block in graph.Blocks)
        {
            if (states[block.Ordinal] is { } state)
            {
                foreach (var operation in BlockStates.Operations(block))
                {
                    state = _effects.Apply(operation, state, (visited, current) => Visit(graph, visited, current));
                }
            }
        }
    }

    private void FollowLocalFunctions()
    {
        // What is known of a function only ever shrinks, so this ends.
        for (var next = Changed(); next is { } changed; next = Changed())
        {
            var held = _calledWith[changed.Function];
            _analyzedWith[changed.Function] = held;
            Follow(
                changed.Graph.GetLocalFunctionControlFlowGraphInScope(changed.Function, _cancellation),
                GuardState.Empty with
                {
                    Held = held,
                }
            );
        }
    }

    private (ControlFlowGraph Graph, IMethodSymbol Function)? Changed()
    {
        foreach (var (graph, function) in _localFunctions)
        {
            if (
                _calledWith.TryGetValue(function, out var held)
                && !(_analyzedWith.TryGetValue(function, out var before) && before.Equals(held))
            )
            {
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

        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            var constants = state.Values.Where(entry => _variables.IsConstant(entry.Key));
            var start = state with { Values = GuardState.Empty.Values.AddRange(constants) };
            Follow(graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, _cancellation), start);
        }
        else if (GuardEffects.LocalFunction(operation) is { } function)
        {
            _calledWith[function] = _calledWith.TryGetValue(function, out var known) ? known.Or(state.Held) : state.Held;
        }
    }
}
