using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Calls;

/// <summary>Determines which accessors a reference to a property runs.</summary>
internal static class PropertyUse
{
    public static IEnumerable<IMethodSymbol> Accessors(IOperation reference, IPropertySymbol property)
    {
        // A ref-returning property is only ever read; a write goes to what it refers to.
        var (reads, writes) = property.RefKind == RefKind.None ? Direction(reference) : (true, false);
        if (reads && Getter(property) is { } getter)
        {
            yield return getter;
        }

        if (writes && Setter(property) is { } setter)
        {
            yield return setter;
        }
    }

    private static (bool Reads, bool Writes) Direction(IOperation reference)
    {
        var target = reference;
        while (target.Parent is ITupleOperation or IConversionOperation { IsImplicit: true } or IDeclarationExpressionOperation)
        {
            target = target.Parent;
        }

        return target.Parent switch
        {
            IDeconstructionAssignmentOperation assignment when assignment.Target == target => (false, true),
            ISimpleAssignmentOperation assignment when reference == assignment.Target => (assignment.IsRef, true),
            ICompoundAssignmentOperation assignment when reference == assignment.Target => (true, true),
            ICoalesceAssignmentOperation assignment when reference == assignment.Target => (true, true),
            IIncrementOrDecrementOperation increment when reference == increment.Target => (true, true),
            _ => (true, false),
        };
    }

    // An override may inherit an accessor from its base.
    private static IMethodSymbol? Getter(IPropertySymbol? property) =>
        property is null ? null : property.GetMethod ?? Getter(property.OverriddenProperty);

    private static IMethodSymbol? Setter(IPropertySymbol? property) =>
        property is null ? null : property.SetMethod ?? Setter(property.OverriddenProperty);
}
