using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>Finds what is known at the beginning of each block of a graph.</summary>
internal sealed class BlockStates(ControlFlowGraph graph, GuardEffects effects)
{
    private readonly GuardState?[] _states = new GuardState?[graph.Blocks.Length];
    private readonly SortedSet<int> _open = [];

    /// <summary>Gives the operations of a block in the order in which they run.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);

    /// <returns>The state of each block; <see langword="null"/> for one that cannot be reached.</returns>
    public GuardState?[] Solve(GuardState start, CancellationToken cancellation)
    {
        Reach(0, start);
        while (_open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var ordinal = _open.Min;
            _open.Remove(ordinal);
            Run(graph.Blocks[ordinal], _states[ordinal]!);
        }

        return _states;
    }

    private void Run(BasicBlock block, GuardState state)
    {
        var handlers = Handlers(block.EnclosingRegion);
        ReachAll(handlers, state);
        foreach (var operation in Operations(block))
        {
            state = effects.Apply(operation, state, static (_, _) => { });
            ReachAll(handlers, state);
        }

        if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } value)
        {
            var condition = effects.Condition(value, state);
            condition = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? condition : condition.Not();
            Leave(conditional, state.Hold(condition.WhenTrue));
            Leave(block.FallThroughSuccessor, state.Hold(condition.WhenFalse));
        }
        else
        {
            Leave(block.FallThroughSuccessor, state);
        }
    }

    private void Leave(ControlFlowBranch? branch, GuardState state)
    {
        if (branch is null)
        {
            return;
        }

        foreach (var region in branch.FinallyRegions)
        {
            Reach(region.FirstBlockOrdinal, state);
        }

        if (branch.Destination is { } destination)
        {
            Reach(destination.Ordinal, state);
        }
    }

    private void ReachAll(List<int> ordinals, GuardState state)
    {
        foreach (var ordinal in ordinals)
        {
            Reach(ordinal, state);
        }
    }

    private void Reach(int ordinal, GuardState state)
    {
        if (state.Held.IsUnreachable)
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

    // Where control goes if any operation of a block throws.
    private static List<int> Handlers(ControlFlowRegion? region)
    {
        var handlers = new List<int>();
        for (; region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                handlers.AddRange(outer.NestedRegions.Where(nested => nested != region).Select(static nested => nested.FirstBlockOrdinal));
            }
        }

        return handlers;
    }
}
