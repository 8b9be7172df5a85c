using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Knows how an operation changes what is known.</summary>
internal sealed class GuardEffects(GuardReader guards, VariableUse variables)
{
    private readonly GuardConditions _conditions = new(guards);

    public Condition Condition(IOperation value, GuardState state) => _conditions.Of(value, state);

    /// <summary>Runs an operation of a block and everything inside it.</summary>
    /// <param name="root">The operation.</param>
    /// <param name="state">What is known before.</param>
    /// <param name="visit">Is told of every operation, after its operands and before its own effect.</param>
    /// <returns>What is known after.</returns>
    public GuardState Apply(IOperation root, GuardState state, Action<IOperation, GuardState> visit)
    {
        foreach (var operation in InOrder(root))
        {
            visit(operation, state);
            state = Effect(operation, state);
        }

        return state;
    }

    /// <summary>Gets the local function that an operation calls or hands on.</summary>
    public static IMethodSymbol? LocalFunction(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => function.OriginalDefinition,
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => function.OriginalDefinition,
            _ => null,
        };

    private GuardState Effect(IOperation operation, GuardState state)
    {
        if (guards.Asked(operation) is { Kind: GuardKind.Throws } guard)
        {
            return state.Hold(HeldFacts.Of(guard.Scopes));
        }

        if (GuardConditions.AwaitsOutcome(operation))
        {
            return state.Hold(_conditions.Of(operation, state).Always);
        }

        return operation switch
        {
            IFlowCaptureOperation capture => state.Set(capture.Id, _conditions.Of(capture.Value, state)),
            ICompoundAssignmentOperation compound => Assign(compound.Target, Combined(compound, state), state),
            IAssignmentOperation assignment => Assign(assignment.Target, _conditions.Of(assignment.Value, state), state),
            IInvocationOperation call => Returned(call, state),
            _ => state,
        };
    }

    private GuardState Assign(IOperation target, Condition value, GuardState state)
    {
        // Of several at once it is not followed what each is given.
        var isKnown = target is not ITupleOperation;
        foreach (var variable in VariableUse.Targets(target))
        {
            state = state.Set(variable, isKnown && variables.CanFollow(variable) ? value : Guards.Condition.Unknown);
        }

        return state;
    }

    private Condition Combined(ICompoundAssignmentOperation compound, GuardState state) =>
        compound.OperatorKind switch
        {
            BinaryOperatorKind.And => _conditions.Of(compound.Target, state).And(_conditions.Of(compound.Value, state)),
            BinaryOperatorKind.Or => _conditions.Of(compound.Target, state).Or(_conditions.Of(compound.Value, state)),
            _ => Guards.Condition.Unknown,
        };

    // A call that never returns, or returns only if a condition holds. One that a build may leave out promises nothing.
    private GuardState Returned(IInvocationOperation call, GuardState state)
    {
        if (Has(call.TargetMethod.GetAttributes(), "DoesNotReturnAttribute"))
        {
            return state with { Held = HeldFacts.Unreachable };
        }

        foreach (var argument in call.Arguments)
        {
            if (
                argument is { Parameter: { Type.SpecialType: SpecialType.System_Boolean } parameter, Value: var value }
                && Attribute(parameter.GetAttributes(), "DoesNotReturnIfAttribute") is { ConstructorArguments: [{ Value: bool stops }] }
                && !Has(call.TargetMethod.GetAttributes(), "ConditionalAttribute")
            )
            {
                var condition = _conditions.Of(value, state);
                state = state.Hold(stops ? condition.WhenFalse : condition.WhenTrue);
            }
        }

        return state;
    }

    private static bool Has(ImmutableArray<AttributeData> attributes, string name) => Attribute(attributes, name) is not null;

    private static AttributeData? Attribute(ImmutableArray<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    // Operands before operators. Without recursion: a long chain of operators would exhaust the stack.
    private static IEnumerable<IOperation> InOrder(IOperation root)
    {
        var open = new Stack<(IOperation Operation, bool IsReady)>();
        open.Push((root, false));
        while (open.Count > 0)
        {
            var (operation, isReady) = open.Pop();
            if (isReady)
            {
                yield return operation;
                continue;
            }

            open.Push((operation, true));
            foreach (var child in operation.ChildOperations.Reverse())
            {
                open.Push((child, false));
            }
        }
    }
}
