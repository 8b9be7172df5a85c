using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines the index of tuple elements, whatever their names.</summary>
internal static class TupleElement
{
    /// <summary>Returns the zero-based index of the tuple element that an operation refers to; -1 for anything else.</summary>
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
