using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Numbers the elements of tuples, whatever they are called.</summary>
internal static class TupleElement
{
    /// <summary>Gives which element of a tuple an operation refers to, from 0; -1 for anything else.</summary>
    public static int Index(IOperation operation)
    {
        if (operation is not IFieldReferenceOperation { Field: { ContainingType: { IsTupleType: true } tuple } field })
        {
            return -1;
        }

        for (var index = 0; index < tuple.TupleElements.Length; index++)
        {
            var element = tuple.TupleElements[index];
            if (element.Name == field.Name || element.CorrespondingTupleField?.Name == field.Name)
            {
                return index;
            }
        }

        return -1;
    }
}
