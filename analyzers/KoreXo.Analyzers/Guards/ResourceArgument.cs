using System.Globalization;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines which resource an argument names.</summary>
internal static class ResourceArgument
{
    /// <summary>Returns the resource: a name, or a variable whose value does not change.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="variables">The variables of the enclosing member.</param>
    /// <param name="fields">The read-only fields of the project.</param>
    /// <returns><see langword="null"/> if the value may be any resource.</returns>
    public static string? Resource(IOperation value, Func<VariableUse> variables, ReadOnlyFields fields)
    {
        while (value is IConversionOperation { OperatorMethod: null, Operand: var operand } && !value.ConstantValue.HasValue)
        {
            value = operand;
        }

        return value switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => Name(constant),
            IFieldReferenceOperation { Field: var field } => Name(fields.Value(field)),
            ILocalReferenceOperation or IParameterReferenceOperation when VariableUse.Variable(value) is { } variable => OfVariable(
                variable,
                variables()
            ),
            _ => null,
        };
    }

    private static string? OfVariable(ISymbol variable, VariableUse variables) =>
        !variables.IsFixed(variable) ? null
        : variables.Constant(variable) is { } constant ? Name(constant)
        : ResourceVariable.From(variable);

    private static string? Name(object? constant) =>
        constant switch
        {
            string text => ResourceScope.Named(text),
            int or long or short or byte or uint or ulong or ushort or sbyte => Convert.ToString(constant, CultureInfo.InvariantCulture),
            _ => null,
        };
}
