using System.Collections.Concurrent;
using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Finds guards. There is one instance per compilation, which caches its results.</summary>
internal sealed class GuardReader(AnnotatedAssemblies assemblies, ScopeCatalog catalog, ReadOnlyFields fields)
{
    private readonly ConcurrentDictionary<ISymbol, ScopeGuard?> _found = new(SymbolEqualityComparer.Default);

    public ReadOnlyFields Fields => fields;

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

        if (operation is not IInvocationOperation call)
        {
            return guard with { Scopes = guard.Parameter is null ? On(guard.Scopes, guard.Resource) : [] };
        }

        // Whoever checks something for a resource that nobody can tell has proved nothing about any.
        var resource = guard.Resource;
        if (guard.Parameter is { } ordinal && (resource = Resource(call, ordinal, variables)) is null)
        {
            return guard with { Scopes = [] };
        }

        if (!guard.Scopes.IsEmpty && resource is null)
        {
            return guard;
        }

        var scopes = guard.Scopes.IsEmpty
            ? call
                .Arguments.Where(argument => argument.Parameter?.Ordinal != guard.Parameter)
                .SelectMany(argument => Scopes(argument.Value, variables))
            : guard.Scopes;
        return guard with { Scopes = On(scopes, resource) };
    }

    private ImmutableArray<string> On(IEnumerable<string> scopes, string? resource) =>
        [.. catalog.Expand(scopes.Select(scope => ResourceScope.Create(scope, resource)))];

    private string? Resource(IInvocationOperation call, int ordinal, VariableUse variables)
    {
        var argument = call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == ordinal);
        return argument is null ? null : ResourceArgument.Resource(argument.Value, () => variables, fields);
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
            return Kind(member) is { } kind
                ? new ScopeGuard([.. catalog.Expand(ScopeAttributes.Strings(attribute))], kind)
                {
                    // A name that is no parameter's must not make it a guard of every resource.
                    Parameter = ScopeAttributes.NamedString(attribute, ScopeAttributes.ResourceParameterName) is null
                        ? null
                        : ScopeAttributes.ResourceParameter(attribute, member)?.Ordinal ?? -1,
                    Resource = ScopeAttributes.Resource(attribute),
                }
                : null;
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
