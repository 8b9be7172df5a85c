using System.Collections.Concurrent;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Finds guards. There is one instance per compilation, which caches its results.</summary>
internal sealed class GuardReader(AnnotatedAssemblies assemblies, ScopeCatalog catalog)
{
    private readonly ConcurrentDictionary<ISymbol, ScopeGuard?> _found = new(SymbolEqualityComparer.Default);

    /// <summary>Returns whether the operation calls a guard.</summary>
    public bool IsGuard(IOperation operation) => Member(operation) is { } member && Of(member) is not null;

    /// <summary>Returns the guard that the operation calls, with the scopes that it checks and those that they imply.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="variables">The variables of the enclosing member.</param>
    public ScopeGuard? Asked(IOperation operation, VariableUse variables)
    {
        if (Member(operation) is not { } member || Of(member) is not { } guard)
        {
            return null;
        }

        return guard.Scopes.IsEmpty && operation is IInvocationOperation call
            ? guard with
            {
                Scopes = [.. catalog.Expand(call.Arguments.SelectMany(argument => Scopes(argument.Value, variables)))],
            }
            : guard;
    }

    /// <summary>Returns the scopes that an argument names, as literals or passed on from a parameter.</summary>
    public static IEnumerable<string> Scopes(IOperation value, VariableUse variables) =>
        value switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => [text],
            IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_String } parameter }
                when variables.IsUnchanged(parameter) => [ParameterFacts.Scope(parameter)],
            IConversionOperation conversion => Scopes(conversion.Operand, variables),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(element =>
                Scopes(element, variables)
            ),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(element => Scopes(element, variables)),
            _ => [],
        };

    private static ISymbol? Member(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };

    private ScopeGuard? Of(ISymbol member)
    {
        member = RequirementReader.Definition(member);
        return assemblies.Contains(member.ContainingAssembly) ? _found.GetOrAdd(member, Find) : null;
    }

    private ScopeGuard? Find(ISymbol member)
    {
        foreach (var attribute in ScopeAttributes.Of(member, ScopeAttributes.ScopeGuard))
        {
            return Kind(member) is { } kind ? new ScopeGuard([.. catalog.Expand(ScopeAttributes.Strings(attribute))], kind) : null;
        }

        return RequirementReader.Overridden(member) is { } overridden ? Of(overridden) : null;
    }

    private static GuardKind? Kind(ISymbol member)
    {
        var type = member switch
        {
            IMethodSymbol method => method.ReturnType,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type switch
        {
            { SpecialType: SpecialType.System_Boolean } => GuardKind.Answers,
            { SpecialType: SpecialType.System_Void } => GuardKind.Throws,
            INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } =>
                GuardKind.Answers,
            INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [] } => GuardKind.ThrowsLater,
            _ => null,
        };
    }
}
