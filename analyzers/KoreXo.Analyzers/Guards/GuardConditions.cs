using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Tells what a value says about scopes.</summary>
internal sealed class GuardConditions(GuardReader guards)
{
    public Condition Of(IOperation value, GuardState state)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
        {
            return constant is true ? Condition.True : Condition.False;
        }

        return value switch
        {
            ILocalReferenceOperation local => state.Get(local.Local),
            IParameterReferenceOperation parameter => state.Get(parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Get(capture.Id),
            IDefaultValueOperation => Condition.False,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Of(not.Operand, state).Not(),
            IBinaryOperation { OperatorMethod: null } binary => OfBinary(binary, state),
            IIsPatternOperation match => OfPattern(match.Pattern, Of(match.Value, state), state),
            IAssignmentOperation assignment => Of(assignment.Value, state),
            IAwaitOperation awaited => Of(awaited.Operation, state),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, state),
            _ => OfMember(value, state),
        };
    }

    private Condition OfMember(IOperation value, GuardState state)
    {
        if (guards.Asked(value) is { } guard)
        {
            var held = HeldFacts.Of(guard.Scopes);
            return new Condition(held, guard.Kind == GuardKind.Answers ? HeldFacts.None : held);
        }

        return PassedThrough(value) is { } inner ? Of(inner, state) : Condition.Unknown;
    }

    private Condition OfBinary(IBinaryOperation binary, GuardState state)
    {
        var left = Of(binary.LeftOperand, state);
        var right = Of(binary.RightOperand, state);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left.And(right),
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left.Or(right),
            BinaryOperatorKind.Equals => OfComparison(binary, left, right),
            BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => OfComparison(binary, left, right).Not(),
            _ => Condition.Unknown,
        };
    }

    private static Condition OfComparison(IBinaryOperation binary, Condition left, Condition right)
    {
        if (Constant(binary.RightOperand) is { } onRight)
        {
            return onRight ? left : left.Not();
        }

        if (Constant(binary.LeftOperand) is { } onLeft)
        {
            return onLeft ? right : right.Not();
        }

        return Condition.Unknown;
    }

    private Condition OfPattern(IPatternOperation pattern, Condition value, GuardState state) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } => expected ? value : value.Not(),
            INegatedPatternOperation negated => OfPattern(negated.Pattern, value, state).Not(),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => OfPattern(both.LeftPattern, value, state)
                .And(OfPattern(both.RightPattern, value, state)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => OfPattern(either.LeftPattern, value, state)
                .Or(OfPattern(either.RightPattern, value, state)),
            IRecursivePatternOperation recursive => OfProperties(recursive, state),
            _ => Condition.Unknown,
        };

    // A match needs every property to match; a mismatch tells nothing, for it may be another's fault.
    private Condition OfProperties(IRecursivePatternOperation pattern, GuardState state)
    {
        var held = HeldFacts.None;
        foreach (var property in pattern.PropertySubpatterns)
        {
            held = held.And(OfPattern(property.Pattern, Of(property.Member, state), state).WhenTrue);
        }

        return new Condition(held, HeldFacts.None);
    }

    private static bool? Constant(IOperation operand) =>
        operand switch
        {
            { ConstantValue: { HasValue: true, Value: bool value } } => value,
            IConversionOperation conversion => Constant(conversion.Operand),
            _ => null,
        };

    // What hands on the outcome of a task or of a nullable truth value.
    private static IOperation? PassedThrough(IOperation value) =>
        value switch
        {
            IInvocationOperation
            {
                TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "Wait"
            } call => call.Instance,
            IPropertyReferenceOperation { Property.Name: "Result" or "Value" } property => property.Instance,
            _ => null,
        };

    /// <summary>Tells whether the operation ends only after the task it is asked of has ended well.</summary>
    public static bool AwaitsOutcome(IOperation operation) =>
        operation
            is IAwaitOperation
                or IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait", Instance: not null }
                or IPropertyReferenceOperation { Property.Name: "Result", Instance: not null };
}
