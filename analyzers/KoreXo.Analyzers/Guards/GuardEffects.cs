using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines how an operation changes what is known.</summary>
internal sealed class GuardEffects(FlowContext context, ControlFlowGraph graph)
{
    private readonly GuardConditions _conditions = new(context, graph);

    // The variables that the compiler's temporaries refer to when it assigns through them, as for ??=.
    private readonly Dictionary<CaptureId, HashSet<ISymbol>> _captured = [];

    // The temporaries that refer to only a part of a variable.
    private readonly HashSet<CaptureId> _parts = [];

    /// <summary>Records what a test has proved about the variable that it examines.</summary>
    public GuardState Tested(IOperation test, bool isTrue, GuardState state) =>
        new TestedVariables(context.Variables, _conditions).Note(test, isTrue, state);

    public Condition Condition(IOperation value, GuardState state) => _conditions.Of(value, state);

    /// <summary>Applies an operation of a block and everything nested in it.</summary>
    /// <param name="root">The operation.</param>
    /// <param name="state">What is known before the operation.</param>
    /// <param name="visit">A callback for every nested operation, invoked after its operands and before its own effect.</param>
    /// <returns>What is known after the operation.</returns>
    public GuardState Apply(IOperation root, GuardState state, Action<IOperation, GuardState> visit)
    {
        foreach (var operation in InOrder(root))
        {
            visit(operation, state);
            state = Effect(operation, state);
        }

        return state;
    }

    private GuardState Effect(IOperation operation, GuardState state)
    {
        if (context.Guards.Asked(operation, context.Variables) is { } guard)
        {
            return guard.Kind == GuardKind.Throws ? state.Hold(HeldFacts.Of(guard.Scopes)) : state;
        }

        if (GuardConditions.AwaitsOutcome(operation))
        {
            return state.Hold(_conditions.Of(operation, state).Always);
        }

        return operation switch
        {
            IFlowCaptureOperation capture => Capture(capture, state),
            ICompoundAssignmentOperation compound => Assign(compound.Target, Combined(compound, state), state),
            IAssignmentOperation assignment => Assign(assignment.Target, _conditions.Of(assignment.Value, state), state),
            IIsPatternOperation match => Declare(match, state),
            IInvocationOperation call => Returned(call, state),
            IPropertyReferenceOperation { Property.SetMethod: null } property => _conditions.Called.Summary(property, state) is { } summary
                ? state.Hold(summary.Held)
                : state,
            _ => state,
        };
    }

    // For an assignment such as ok ??= client.HoldsScopes("a") the graph has several blocks, and keeps the target in a temporary between
    // them, a flow capture. An assignment through the capture changes 'ok', so the variables behind it are remembered. If there are
    // several of them, or only a part of one such as an element of a tuple, the value assigned is not that of any whole variable, and
    // they become unknown.
    private GuardState Capture(IFlowCaptureOperation capture, GuardState state)
    {
        foreach (var variable in VariableUse.Targets(capture.Value))
        {
            if (!_captured.TryGetValue(capture.Id, out var variables))
            {
                _captured.Add(capture.Id, variables = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            }

            variables.Add(variable);
            if (VariableUse.Variable(capture.Value) is null)
            {
                _parts.Add(capture.Id);
            }
        }

        return state.Set(capture.Id, _conditions.Of(capture.Value, state));
    }

    private GuardState Assign(IOperation target, Condition value, GuardState state)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, state);
            case ITupleOperation tuple:
                for (var index = 0; index < tuple.Elements.Length; index++)
                {
                    state = Assign(tuple.Elements[index], value.Element(index), state);
                }

                return state;
            case IFlowCaptureReferenceOperation capture when _captured.TryGetValue(capture.Id, out var variables):
                var isOne = variables.Count == 1 && !_parts.Contains(capture.Id);
                return variables.Aggregate(
                    state.Set(capture.Id, value),
                    (current, variable) => Set(variable, isOne ? value : Guards.Condition.Unknown, current)
                );
            case IFieldReferenceOperation { Instance: { } whole } when TupleElement.Index(target) is >= 0 and var index:
                var elements = _conditions.Of(whole, state).Elements;
                return Assign(
                    whole,
                    index < elements.Length ? Guards.Condition.OfTuple(elements.SetItem(index, value)) : Guards.Condition.Unknown,
                    state
                );
            default:
                return VariableUse.Variable(target) is { } assigned ? Set(assigned, value, state) : state;
        }
    }

    private GuardState Set(ISymbol variable, Condition value, GuardState state) =>
        state.Set(variable, context.Variables.CanFollow(variable) ? value : Guards.Condition.Unknown);

    private GuardState Declare(IIsPatternOperation match, GuardState state) =>
        _conditions
            .Patterns.Variables(match.Pattern, _conditions.Of(match.Value, state), state)
            .Aggregate(state, (current, declared) => Set(declared.Variable, declared.Value, current));

    private Condition Combined(ICompoundAssignmentOperation compound, GuardState state) =>
        compound.OperatorKind switch
        {
            BinaryOperatorKind.And => _conditions.Of(compound.Target, state).And(_conditions.Of(compound.Value, state)),
            BinaryOperatorKind.Or => _conditions.Of(compound.Target, state).Or(_conditions.Of(compound.Value, state)),
            BinaryOperatorKind.ExclusiveOr => _conditions.Of(compound.Target, state).ExclusiveOr(_conditions.Of(compound.Value, state)),
            _ => Guards.Condition.Unknown,
        };

    // A call that never returns, or returns only if a condition holds. A conditional call, which a build may omit, proves nothing.
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

        return _conditions.Called.Summary(call, state) is { } summary ? state.Hold(summary.Held) : state;
    }

    private static bool Has(ImmutableArray<AttributeData> attributes, string name) => Attribute(attributes, name) is not null;

    private static AttributeData? Attribute(ImmutableArray<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    // Operands come before operators. Iterative, because recursion on a long chain of operators would exhaust the stack.
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
