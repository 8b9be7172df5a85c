using System.Collections.Concurrent;
using System.Collections.Immutable;
using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Callers;

/// <summary>Reads what the code around a call declares: the requirement it passes on to its callers, and the apps it runs in.</summary>
internal sealed class CallerReader(RequirementReader requirements, IMethodSymbol? entryPoint)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<string>?> _apps = new(SymbolEqualityComparer.Default);

    // [RequiresScopes] on a lambda or a local function is nearer to the call than the one on the method around it, and its caller is
    // whoever runs the lambda. So the innermost declaration counts, and the ones around it do not: they speak of other callers.
    /// <summary>Returns what the innermost annotated caller requires of its own callers.</summary>
    public Requirement? TakenOver(FunctionScope? function, ISymbol member)
    {
        for (var scope = function; scope is not null; scope = scope.Outer)
        {
            if (requirements.Of(scope.Function) is { } own)
            {
                return own.Inside(scope.Function);
            }
        }

        return requirements.TakenOverBy(member, entryPoint)?.Inside(member);
    }

    /// <summary>Returns the apps that the innermost <c>[ScopeApp]</c> names; <see langword="null"/> if there is none.</summary>
    public ImmutableArray<string>? Apps(FunctionScope? function, ISymbol member)
    {
        for (var scope = function; scope is not null; scope = scope.Outer)
        {
            if (Own(scope.Function) is { } own)
            {
                return own;
            }
        }

        return _apps.GetOrAdd(member, Find);
    }

    private static ImmutableArray<string>? Find(ISymbol member)
    {
        if (Own(member) is { } own)
        {
            return own;
        }

        // From near to far, the first that says anything: the accessor, its property, the types around it from the inside out, the
        // assembly. [ScopeApp("worker")] on a type replaces [assembly: ScopeApp("web")] and does not add to it, for code that runs in one
        // app only must not be held to the manifest of both.
        var whole = MemberName.Whole(member);
        if (!SymbolEqualityComparer.Default.Equals(whole, member) && Own(whole) is { } ofWhole)
        {
            return ofWhole;
        }

        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Own(type) is { } ofType)
            {
                return ofType;
            }
        }

        return Own(member.ContainingAssembly);
    }

    private static ImmutableArray<string>? Own(ISymbol symbol)
    {
        var apps = ScopeAttributes
            .Of(symbol, ScopeAttributes.ScopeApp)
            .SelectMany(static attribute => ScopeAttributes.Strings(attribute))
            .ToImmutableArray();
        return apps.IsEmpty ? null : apps;
    }
}
