using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines what a value proves about scopes.</summary>
internal sealed class GuardConditions
{
    private readonly FlowContext _context;
    private readonly CalledMembers _called;
    private readonly PatternConditions _patterns;

    public GuardConditions(FlowContext context, ControlFlowGraph graph)
    {
        _context = context;
        _called = new CalledMembers(context, graph, this);
        _patterns = new PatternConditions(this);
    }

    public PatternConditions Patterns => _patterns;

    public CalledMembers Called => _called;

    // A plain bool is never null, whatever its parts may be: client?.HoldsScopes("a") is a bool?, and its comparison with true is a bool.
    // Without this, a case that cannot happen would weaken what the test proves.
    public Condition Of(IOperation value, GuardState state)
    {
        var condition = value.ConstantValue is { HasValue: true, Value: var constant } ? OfConstant(constant) : OfOperation(value, state);
        return value.Type is { SpecialType: SpecialType.System_Boolean } ? condition.NeverNull() : condition;
    }

    /// <summary>Returns whether a value of the type is itself true, false or null, rather than a task with such a result.</summary>
    public static bool IsTruth(ITypeSymbol? type) => IsBoolean(type) || (NullableOf(type) is { } inner && IsBoolean(inner));

    private static bool IsBoolean(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean };

    private static ITypeSymbol? NullableOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : null;

    /// <summary>Returns whether the operation completes only after its task has completed successfully.</summary>
    public static bool AwaitsOutcome(IOperation operation) =>
        operation
            is IAwaitOperation
                or IInvocationOperation { TargetMethod.Name: "GetResult", Instance: not null }
                or IInvocationOperation { TargetMethod: { Name: "Wait", ReturnsVoid: true }, Instance: not null }
                or IPropertyReferenceOperation { Property.Name: "Result", Instance: not null };

    private static Condition OfConstant(object? constant) =>
        constant switch
        {
            true => Condition.True,
            false => Condition.False,
            null => Condition.Null,
            _ => Condition.Unknown,
        };

    private Condition OfOperation(IOperation value, GuardState state) =>
        value switch
        {
            ILocalReferenceOperation local => state.Get(local.Local),
            IParameterReferenceOperation parameter => state.Get(parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Get(capture.Id),
            IDefaultValueOperation => OfDefault(value.Type),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Of(not.Operand, state).Not(),
            IBinaryOperation { OperatorMethod: null } binary => OfBinary(binary, state),
            IIsPatternOperation match => _patterns.OfMatch(match, state),
            IIsNullOperation { Operand: var operand } => IsTruth(operand.Type)
                ? Of(operand, state).IsSameAs(Condition.Null)
                : Condition.Unknown,
            ICoalesceOperation coalesce => Of(coalesce.Value, state).OrElse(Of(coalesce.WhenNull, state)),
            IAssignmentOperation assignment => Of(assignment.Value, state),
            IAwaitOperation awaited => Of(awaited.Operation, state),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, state),
            ITupleOperation tuple => Condition.OfTuple(tuple.Elements.Select(element => Of(element, state))),
            _ => OfMember(value, state),
        };

    private static Condition OfDefault(ITypeSymbol? type) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } => Condition.False,
            INamedTypeSymbol { IsTupleType: true } tuple => Condition.OfTuple(
                tuple.TupleElements.Select(static element => OfDefault(element.Type))
            ),
            _ when IsTruth(type) => Condition.Null,
            _ => Condition.Unknown,
        };

    private Condition OfMember(IOperation value, GuardState state)
    {
        if (_context.Guards.Asked(value, _context.Variables) is { } guard)
        {
            var held = HeldFacts.Of(guard.Scopes);
            return new Condition(held, guard.Kind == GuardKind.Answers ? HeldFacts.None : held, HeldFacts.None);
        }

        if (TupleElement.Index(value) is >= 0 and var index && value is IFieldReferenceOperation { Instance: { } tuple })
        {
            return Of(tuple, state).Element(index);
        }

        return PassedThrough(value, state)
            ?? (VariableUse.Variable(value) is { } variable && state.Values.TryGetValue(variable, out var assigned) ? assigned : null)
            ?? _called.Summary(value, state)?.Returned
            ?? Condition.Unknown;
    }

    private Condition OfBinary(IBinaryOperation binary, GuardState state)
    {
        if (!IsTruth(binary.LeftOperand.Type) || !(IsTruth(binary.RightOperand.Type) || IsNull(binary.RightOperand)))
        {
            return Condition.Unknown;
        }

        var left = Of(binary.LeftOperand, state);
        var right = Of(binary.RightOperand, state);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left.And(right),
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left.Or(right),
            BinaryOperatorKind.Equals => left.IsSameAs(right),
            BinaryOperatorKind.NotEquals => left.IsSameAs(right).Not(),
            BinaryOperatorKind.ExclusiveOr => left.ExclusiveOr(right),
            _ => Condition.Unknown,
        };
    }

    // In "ok != null" the compiler leaves the literal without a type.
    private static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

    // Operations that pass on the result of a task or a nullable Boolean.
    private Condition? PassedThrough(IOperation value, GuardState state) =>
        value switch
        {
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult", Instance: { } task } =>
                Of(task, state),

            // Wait() returns once the task is done; Wait(timeout) says whether it is.
            IInvocationOperation { TargetMethod: { Name: "Wait", ReturnsVoid: true }, Instance: { } task } => Of(task, state),
            IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } => Condition.Of(Of(task, state).Always, HeldFacts.None),
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } call when IsTruth(nullable.Type) => Of(
                    nullable,
                    state
                )
                .OrElse(call.Arguments.Length == 0 ? Condition.False : Of(call.Arguments[0].Value, state)),
            IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } when IsTruth(nullable.Type) => Of(
                    nullable,
                    state
                )
                .IsSameAs(Condition.Null)
                .Not(),
            IPropertyReferenceOperation
            {
                Property: { Name: "Result" or "Value", ContainingType.Name: "Task" or "ValueTask" or "Nullable" },
                Instance: { } instance
            } => Of(instance, state),
            _ => null,
        };
}
