using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Narrows what is known about a variable on each branch of a test of it.</summary>
internal sealed class TestedVariables(VariableUse variables, GuardConditions conditions)
{
    /// <summary>Records what a test has proved about the variable that it examines.</summary>
    public GuardState Note(IOperation test, bool isTrue, GuardState state)
    {
        var accepted = isTrue ? Truths.True : Truths.False;
        while (true)
        {
            switch (test)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand } when GuardConditions.IsTruth(operand.Type):
                    test = operand;
                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, Operand: var operand }:
                    accepted = Negated(accepted);
                    test = operand;
                    break;
                case IIsNullOperation { Operand: var operand } when GuardConditions.IsTruth(operand.Type):
                    accepted = accepted == Truths.True ? Truths.Null : Truths.NotNull;
                    return Narrow(operand, accepted, state);
                case IIsPatternOperation { Value: var value, Pattern: var pattern }
                    when GuardConditions.IsTruth(pattern.InputType) && PatternConditions.Accepted(pattern) is { } matched:
                    return Narrow(value, accepted == Truths.True ? matched : Truths.Any & ~matched, state);

                // "ok == false" taken means that 'ok' is false; "ok != false" taken means true or null, for a bool?. So a comparison with
                // a constant narrows the variable to that value, or to the other two.
                case IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals,
                    OperatorMethod: null
                } comparison when Constant(comparison) is { } constant:
                    var isEqual = accepted == Truths.True == (comparison.OperatorKind == BinaryOperatorKind.Equals);
                    return Narrow(constant.Other, isEqual ? constant.Value : Truths.Any & ~constant.Value, state);
                default:
                    return Narrow(test, accepted, state);
            }
        }
    }

    private static (Truths Value, IOperation Other)? Constant(IBinaryOperation comparison) =>
        Value(comparison.RightOperand) is { } right ? (right, Unconverted(comparison.LeftOperand))
        : Value(comparison.LeftOperand) is { } left ? (left, Unconverted(comparison.RightOperand))
        : null;

    private static Truths? Value(IOperation operand) =>
        Unconverted(operand).ConstantValue is { HasValue: true, Value: var constant }
            ? constant switch
            {
                true => Truths.True,
                false => Truths.False,
                null => Truths.Null,
                _ => null,
            }
            : null;

    private static IOperation Unconverted(IOperation operand) =>
        operand is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : operand;

    private static Truths Negated(Truths truths) => truths == Truths.True ? Truths.False : Truths.True;

    private GuardState Narrow(IOperation value, Truths accepted, GuardState state)
    {
        if (!GuardConditions.IsTruth(value.Type))
        {
            return state;
        }

        if (value is IFlowCaptureReferenceOperation capture)
        {
            return state.Set(capture.Id, conditions.Of(value, state).Where(accepted));
        }

        return VariableUse.Variable(value) is { } variable && variables.CanFollow(variable)
            ? state.Set(variable, conditions.Of(value, state).Where(accepted))
            : state;
    }
}
