using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Finds what a method proves to its callers by analyzing its control flow.</summary>
internal static class GuardSummaries
{
    /// <summary>Returns whether a method can be a guard: only one that returns nothing, a Boolean or a task can.</summary>
    public static bool MayTell(IMethodSymbol method) => method.ReturnsVoid ? !method.IsAsync : MayTell(method.ReturnType);

    /// <summary>Returns whether a value of the type can prove anything.</summary>
    public static bool MayTell(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(static element => MayTell(element.Type)),
            INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: var results } => results.IsEmpty
                || GuardConditions.IsTruth(results[0]),
            _ => GuardConditions.IsTruth(type),
        };

    /// <param name="graph">The control flow of the method.</param>
    /// <param name="method">The method.</param>
    /// <param name="start">What is known at its start.</param>
    /// <param name="context">The context, with the method on its path.</param>
    /// <returns><see langword="null"/> if the method proves nothing.</returns>
    public static GuardSummary? Create(ControlFlowGraph graph, IMethodSymbol method, GuardState start, FlowContext context)
    {
        foreach (var parameter in method.Parameters)
        {
            if (GuardConditions.IsTruth(parameter.Type) && context.Variables.CanFollow(parameter))
            {
                start = start.Set(parameter, ParameterFacts.Of(parameter));
            }
        }

        var effects = new GuardEffects(context, graph);
        var exits = new BlockStates(graph, effects, context.Cancellation).Exits(start).ToList();
        if (exits.Count == 0)
        {
            return method.ReturnsVoid && !IsUnfinished(graph) ? new GuardSummary(Condition.Unknown, HeldFacts.Unreachable) : null;
        }

        var held = HeldFacts.Unreachable;
        var returned = Condition.Of(HeldFacts.Unreachable, HeldFacts.Unreachable);
        var isFirst = true;
        foreach (var (state, value) in exits)
        {
            var condition = value is null ? Condition.Unknown : effects.Condition(value, state);
            returned = isFirst ? condition.Under(state.Held) : Condition.Join(returned, HeldFacts.None, condition, state.Held);
            held = held.Or(state.Held);
            isFirst = false;
        }

        // What an async method proves holds once its task has completed, not when the task is returned.
        var summary = method.IsAsync ? new GuardSummary(returned, HeldFacts.None) : new GuardSummary(returned, held);
        return summary.IsPointless ? null : summary;
    }

    // A method that is still to be written, or that its type does not support, says nothing about the methods that do the work:
    // calls after it are judged as if it returned.
    private static bool IsUnfinished(ControlFlowGraph graph) =>
        graph.Blocks.Any(static block =>
            block is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Throw, BranchValue: var thrown }
            && (
                thrown is null or { ConstantValue: { HasValue: true, Value: null } }
                || Thrown(thrown) is { Name: "NotImplementedException" or "NotSupportedException" }
            )
        );

    private static ITypeSymbol? Thrown(IOperation value) =>
        value is IConversionOperation conversion ? Thrown(conversion.Operand) : value.Type;
}
