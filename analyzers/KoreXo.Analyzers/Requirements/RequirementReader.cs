using System.Collections.Concurrent;
using System.Collections.Immutable;
using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// Finds what a member requires, and what it passes on from its callees to its own callers. There is one instance per compilation, which
/// caches its results.
/// </summary>
internal sealed class RequirementReader(AnnotatedAssemblies assemblies)
{
    private readonly ConcurrentDictionary<ISymbol, Requirement?> _found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Requirement?> _ofTypes = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the requirement of a call to the member.</summary>
    /// <returns><see langword="null"/> if it is unknown.</returns>
    public Requirement? Of(ISymbol member)
    {
        member = Definition(member);
        return assemblies.Contains(member.ContainingAssembly) ? _found.GetOrAdd(member, Find) : null;
    }

    /// <summary>Returns whether the requirement of the member may be known.</summary>
    public bool MayBeKnown(ISymbol? member) => assemblies.Contains(member?.ContainingAssembly);

    /// <summary>Returns the requirement that the member's callers are checked against, so that its own calls are not.</summary>
    public Requirement? TakenOverBy(ISymbol caller, IMethodSymbol? entryPoint)
    {
        if (RuntimeCalls.Reaches(caller, entryPoint))
        {
            return null;
        }

        return caller switch
        {
            IFieldSymbol or IPropertySymbol => OfInitializer(caller),
            _ => Of(caller) ?? OfExplicitImplementation(caller),
        };
    }

    /// <summary>Returns what all constructors that run an initializer require.</summary>
    private Requirement? OfInitializer(ISymbol member)
    {
        var type = member.ContainingType;
        if (!member.IsStatic && type is { TypeKind: TypeKind.Class or TypeKind.Struct })
        {
            var constructors = type
                .InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared && !Delegates(constructor))
                .Select(Of)
                .ToList();
            if (constructors.Count > 0)
            {
                return Requirement.AnyOf(constructors);
            }
        }

        return OfTypes(type);
    }

    // It calls another constructor of the type, which runs the initializers.
    private static bool Delegates(IMethodSymbol constructor) =>
        constructor
            .DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .OfType<ConstructorDeclarationSyntax>()
            .Any(static syntax => syntax.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer));

    /// <summary>Returns the original definition of the member: not constructed, not reduced.</summary>
    public static ISymbol Definition(ISymbol member) =>
        member is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : member.OriginalDefinition;

    /// <summary>Returns the member that this one overrides.</summary>
    public static ISymbol? Overridden(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            IEventSymbol @event => @event.OverriddenEvent,
            _ => null,
        };

    private Requirement? Find(ISymbol member)
    {
        if (Requirement.Own(member) is { } own)
        {
            return own;
        }

        // A local function is called only from inside its type, and a field is never called, so the type's requirement does not apply to
        // them.
        if (member is IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            return null;
        }

        var whole = (member as IMethodSymbol)?.AssociatedSymbol;
        return (whole is null ? null : Requirement.Own(whole))
            ?? OfTypes(member.ContainingType)
            ?? (Overridden(member) is { } overridden ? Of(overridden) : null)
            ?? OfImplicitImplementation(member);
    }

    // Other assemblies can call a member of an internal type only through the interface.
    private Requirement? OfImplicitImplementation(ISymbol member) =>
        member is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public, ContainingType: { } type }
        && type.TypeKind != TypeKind.Interface
        && !type.AllInterfaces.IsEmpty
        && !PublicApi.Contains(type)
            ? InterfaceMembers.ImplementedBy(member).Select(Of).FirstOrDefault(static requirement => requirement is not null)
            : null;

    private Requirement? OfTypes(INamedTypeSymbol? type) =>
        type is null ? null : _ofTypes.GetOrAdd(type, key => Requirement.Own(key) ?? OfTypes(key.ContainingType));

    private Requirement? OfExplicitImplementation(ISymbol caller)
    {
        ImmutableArray<ISymbol> implemented = caller switch
        {
            IMethodSymbol method => [.. method.ExplicitInterfaceImplementations],
            IPropertySymbol property => [.. property.ExplicitInterfaceImplementations],
            IEventSymbol @event => [.. @event.ExplicitInterfaceImplementations],
            _ => [],
        };
        return implemented.Select(Of).FirstOrDefault(static requirement => requirement is not null);
    }
}
