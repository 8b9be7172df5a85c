using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines which operations of a control-flow graph never throw, whatever their operands do.</summary>
/// <remarks>Only those that certainly do not are listed. Every other one may: then a catch block may run after it.</remarks>
internal static class Harmless
{
    public static bool Is(IOperation operation) =>
        operation.ConstantValue.HasValue
        || operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => true,
            IFieldReferenceOperation field => TupleElement.Index(field) >= 0 || IsOwn(field),
            IPropertyReferenceOperation property => IsStored(property),
            IFlowCaptureOperation or IFlowCaptureReferenceOperation or ICaughtExceptionOperation => true,
            IIsNullOperation or IDefaultValueOperation or IDiscardOperation => true,
            ITupleOperation or IDeclarationExpressionOperation or IExpressionStatementOperation => true,
            IFlowAnonymousFunctionOperation or IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation } => true,
            IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType: var type } } => type.OriginalDefinition
                is { SpecialType: SpecialType.System_Nullable_T },
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => GuardConditions.IsTruth(not.Operand.Type),
            IBinaryOperation { OperatorMethod: null } binary => GuardConditions.IsTruth(binary.LeftOperand.Type),
            IConversionOperation { OperatorMethod: null } conversion => IsHarmless(conversion),
            IIsPatternOperation => true,
            IPatternOperation pattern => IsHarmless(pattern),
            IPropertySubpatternOperation => true,
            ICompoundAssignmentOperation { OperatorMethod: null } compound => GuardConditions.IsTruth(compound.Type)
                && IsVariable(compound.Target),
            ISimpleAssignmentOperation assignment => IsVariable(assignment.Target),
            IDeconstructionAssignmentOperation assignment => IsHarmless(assignment),
            _ => false,
        };

    // The object exists, since a member of it runs.
    private static bool IsOwn(IMemberReferenceOperation reference) =>
        reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static bool IsStored(IPropertyReferenceOperation reference) =>
        IsOwn(reference)
        && reference.Property is { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property
        && StoredValue.IsStored(property.OriginalDefinition);

    // What a temporary refers to may be an element of an array, or a property.
    private static bool IsVariable(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation => true,
            IFieldReferenceOperation field => IsOwn(field),
            IDeclarationExpressionOperation declaration => IsVariable(declaration.Expression),
            _ => false,
        };

    // (bool)nullable throws, and so may a cast to another class.
    private static bool IsHarmless(IConversionOperation conversion) =>
        conversion.Conversion is { IsImplicit: true, IsUserDefined: false }
        && conversion.Operand.Type?.TypeKind != TypeKind.Dynamic
        && (
            conversion.Conversion.IsIdentity
            || conversion.Conversion.IsReference
            || IsSame(conversion.Type, conversion.Operand.Type)
            || (GuardConditions.IsTruth(conversion.Type) && GuardConditions.IsTruth(conversion.Operand.Type))
        );

    // A deconstruction, a property or an indexer in a pattern runs code.
    private static bool IsHarmless(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation or IDiscardPatternOperation or IDeclarationPatternOperation or ITypePatternOperation => true,
            INegatedPatternOperation or IBinaryPatternOperation or IRelationalPatternOperation => true,
            IRecursivePatternOperation recursive => recursive is { DeconstructSymbol: null, InputType.IsTupleType: true },
            _ => false,
        };

    // Without a conversion or a method that takes the value apart.
    private static bool IsHarmless(IDeconstructionAssignmentOperation assignment)
    {
        var target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
        return target is ITupleOperation tuple && tuple.Elements.All(IsVariable) && IsSame(tuple.Type, assignment.Value.Type);
    }

    private static bool IsSame(ITypeSymbol? tuple, ITypeSymbol? other) =>
        tuple is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }
        && other is INamedTypeSymbol { IsTupleType: true, TupleElements: var others }
        && elements
            .Select(static element => element.Type)
            .SequenceEqual(others.Select(static element => element.Type), SymbolEqualityComparer.Default);
}
