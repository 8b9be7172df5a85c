using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Finds what is known at the start of each block of a graph, or of one <see langword="finally"/> region in it. A block knows only what all
/// paths to it have in common, and is run again whenever that shrinks, until nothing changes. For example, after <c>if (fast)
/// Demand("a");</c> nothing is known, since the other branch checks nothing; if both branches demand <c>a</c>, it is known.
/// </summary>
internal sealed class BlockStates
{
    private readonly ControlFlowGraph _graph;
    private readonly GuardEffects _effects;
    private readonly CancellationToken _cancellation;
    private readonly ControlFlowRegion _whole;
    private readonly GuardState?[] _states;
    private readonly SortedSet<int> _open = [];
    private readonly Dictionary<ControlFlowRegion, ImmutableArray<ControlFlowRegion>> _handlers = [];

    public BlockStates(ControlFlowGraph graph, GuardEffects effects, CancellationToken cancellation)
        : this(graph, effects, graph.Root, cancellation) { }

    private BlockStates(ControlFlowGraph graph, GuardEffects effects, ControlFlowRegion whole, CancellationToken cancellation)
    {
        _graph = graph;
        _effects = effects;
        _cancellation = cancellation;
        _whole = whole;
        _states = new GuardState?[graph.Blocks.Length];
    }

    /// <summary>Returns the operations of a block in the order in which they run.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);

    /// <returns>The state of each block; <see langword="null"/> for an unreachable one.</returns>
    public GuardState?[] Solve(GuardState start)
    {
        Reach(_whole.FirstBlockOrdinal, start);
        while (_open.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var ordinal = _open.Min;
            _open.Remove(ordinal);
            Run(_graph.Blocks[ordinal], _states[ordinal]!);
        }

        return _states;
    }

    /// <summary>Returns what is known wherever a method returns, and the value that it returns there.</summary>
    public IEnumerable<(GuardState State, IOperation? Value)> Exits(GuardState start)
    {
        var states = Solve(start);
        foreach (var block in _graph.Blocks)
        {
            if (!block.IsReachable || states[block.Ordinal] is not { } before)
            {
                continue;
            }

            foreach (var (branch, leaving) in Branches(block, After(block, before, [])))
            {
                if (
                    branch is { Destination.Kind: BasicBlockKind.Exit }
                    && !leaving.Held.IsUnreachable
                    && ThroughFinally(branch, leaving) is { } left
                )
                {
                    yield return (left, block.ConditionKind == ControlFlowConditionKind.None ? block.BranchValue : null);
                }
            }
        }
    }

    private void Run(BasicBlock block, GuardState state)
    {
        var handlers = Handlers(block.EnclosingRegion);
        foreach (var (branch, leaving) in Branches(block, After(block, state, handlers)))
        {
            if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            {
                ReachAll(handlers, leaving);
            }

            if (ThroughFinally(branch, leaving) is { } left && branch.Destination is { } destination)
            {
                Reach(destination.Ordinal, left);
            }
        }
    }

    // An exception can transfer control to a handler before, during or after any operation that may throw. In
    //     try { if (ok) throw new Denied(); } catch (Denied) { … }
    // the test of a variable is none, so the handler knows that 'ok' is true. In "if (client.HoldsScopes("a")) throw …" the call is one:
    // whatever it throws may be caught as well.
    private GuardState After(BasicBlock block, GuardState state, ImmutableArray<ControlFlowRegion> handlers)
    {
        var hasThrown = false;
        foreach (var operation in Operations(block))
        {
            state = _effects.Apply(
                operation,
                state,
                (visited, current) =>
                {
                    var throws = !Harmless.Is(visited);
                    if (throws || hasThrown)
                    {
                        ReachAll(handlers, current);
                    }

                    hasThrown = throws;
                }
            );
        }

        if (hasThrown)
        {
            ReachAll(handlers, state);
        }

        return state;
    }

    // "if (a && b)" has two blocks in the graph, each with one condition, so nothing about && is needed here. What the test says about
    // scopes is added on each side, and so is what it says about the variable that it tests: behind "if (ok != null)" the variable 'ok'
    // is not null.
    private IEnumerable<(ControlFlowBranch Branch, GuardState State)> Branches(BasicBlock block, GuardState state)
    {
        if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } value)
        {
            var condition = _effects.Condition(value, state).NeverNull();
            condition = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? condition : condition.Not();
            var isTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            yield return (conditional, _effects.Tested(value, isTrue, state).Hold(condition.WhenTrue));
            state = _effects.Tested(value, !isTrue, state).Hold(condition.WhenFalse);
        }

        if (block.FallThroughSuccessor is { } next)
        {
            yield return (next, state);
        }
    }

    // The graph has one copy of a finally block for all paths through it. Joining the paths there would forget what each of them has
    // proved: after
    //     try { Demand("a"); return; } finally { Log(); }
    // the return leaves with 'a', and an exception without it. So each path is taken through the block separately. The shared block still
    // gets the join, because a call in it may run on either path.
    private GuardState? ThroughFinally(ControlFlowBranch branch, GuardState state)
    {
        foreach (var region in branch.FinallyRegions)
        {
            Reach(region.FirstBlockOrdinal, state);
            if (Through(region, state) is not { } left)
            {
                return null;
            }

            state = left;
        }

        return state;
    }

    /// <returns><see langword="null"/> if the region never ends.</returns>
    private GuardState? Through(ControlFlowRegion region, GuardState state)
    {
        if (state.Held.IsUnreachable)
        {
            return null;
        }

        var inner = new BlockStates(_graph, _effects, region, _cancellation);
        var states = inner.Solve(state);
        GuardState? left = null;
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            var block = _graph.Blocks[ordinal];
            if (states[ordinal] is { } before && IsEnd(block, region))
            {
                var after = inner.After(block, before, []);
                left = left is null ? after : left.Join(after);
            }
        }

        return left;
    }

    private static bool IsEnd(BasicBlock block, ControlFlowRegion region)
    {
        var innermost = block.EnclosingRegion;
        while (innermost.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root))
        {
            innermost = innermost.EnclosingRegion!;
        }

        return innermost == region && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling;
    }

    // A loop reaches its first block again from its end, perhaps knowing less: in "while (ok) { Call(); ok = Next(); }" the test of 'ok'
    // proves something in the first round and nothing in later ones. Then the block runs again with what both have in common. Facts are
    // only ever removed, and there is a finite number of them, so the work ends.
    private void Reach(int ordinal, GuardState state)
    {
        if (state.Held.IsUnreachable || ordinal < _whole.FirstBlockOrdinal || ordinal > _whole.LastBlockOrdinal)
        {
            return;
        }

        var known = _states[ordinal];
        var joined = known is null ? state : known.Join(state);
        if (known is null || !known.IsSame(joined))
        {
            _states[ordinal] = joined;
            _open.Add(ordinal);
        }
    }

    // An exception filter runs before inner finally blocks, the handler after them.
    private void ReachAll(ImmutableArray<ControlFlowRegion> handlers, GuardState thrown)
    {
        var state = thrown;
        for (var at = 0; at < handlers.Length; at++)
        {
            var handler = handlers[at];
            Reach(handler.FirstBlockOrdinal, state);
            if (handler.Kind == ControlFlowRegionKind.FilterAndHandler)
            {
                Reach(handler.FirstBlockOrdinal, thrown);
            }
            else if (handler.Kind == ControlFlowRegionKind.Finally && at < handlers.Length - 1)
            {
                if (Through(handler, state) is not { } left)
                {
                    return;
                }

                state = left;
            }
        }
    }

    /// <summary>Returns the regions that control goes to if an operation throws, innermost first.</summary>
    private ImmutableArray<ControlFlowRegion> Handlers(ControlFlowRegion region)
    {
        if (_handlers.TryGetValue(region, out var known))
        {
            return known;
        }

        var handlers = ImmutableArray.CreateBuilder<ControlFlowRegion>();

        // The root region of a lambda is nested in the regions of the enclosing graph, which do not handle its exceptions.
        for (var inner = region; inner is { Kind: not ControlFlowRegionKind.Root, EnclosingRegion: { } outer }; inner = outer)
        {
            if (inner.Kind == ControlFlowRegionKind.Try)
            {
                handlers.AddRange(outer.NestedRegions.Where(nested => nested != inner));
            }
        }

        return _handlers[region] = handlers.ToImmutable();
    }
}
