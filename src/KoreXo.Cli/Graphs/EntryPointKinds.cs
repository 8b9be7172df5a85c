using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>Determines which methods frameworks run, by their attributes, their types and what they override.</summary>
internal static class EntryPointKinds
{
    public const string Hosting = "Microsoft.Extensions.Hosting";

    private static readonly HashSet<string> TestAttributes = new(StringComparer.Ordinal)
    {
        "FactAttribute",
        "TheoryAttribute",
        "TestAttribute",
        "TestCaseAttribute",
        "TestCaseSourceAttribute",
        "TestMethodAttribute",
        "DataTestMethodAttribute",
        "PropertyAttribute",
        "BenchmarkAttribute",
        "SetUpAttribute",
        "TearDownAttribute",
        "OneTimeSetUpAttribute",
        "OneTimeTearDownAttribute",
        "TestInitializeAttribute",
        "TestCleanupAttribute",
        "ClassInitializeAttribute",
        "ClassCleanupAttribute",
        "AssemblyInitializeAttribute",
        "AssemblyCleanupAttribute",
        "GlobalSetupAttribute",
        "GlobalCleanupAttribute",
        "IterationSetupAttribute",
        "IterationCleanupAttribute",
    };

    /// <summary>Returns what runs a method; <see langword="null"/> if only the solution's own code does.</summary>
    public static EntryPointKind? Of(INamedTypeSymbol type, IMethodSymbol method)
    {
        var isPublicMember =
            method is
            { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false };
        return method switch
        {
            _ when method.GetAttributes().Any(static attribute => IsTest(attribute.AttributeClass)) => EntryPointKind.Test,
            _ when IsModuleInitializer(method) => EntryPointKind.Main,
            _ when IsOfHost(type, method) => EntryPointKind.HostedService,
            _ when isPublicMember && IsController(type) && !Has(method, "NonActionAttribute") => EntryPointKind.Route,
            _ when isPublicMember && Inherits(type, "Microsoft.AspNetCore.SignalR", "Hub") => EntryPointKind.Route,
            _ when isPublicMember && IsOfService(method) => EntryPointKind.Route,
            _ when isPublicMember && method is { Name: "ExecuteAsync", IsOverride: true } && IsView(type) => EntryPointKind.Route,
            _ when isPublicMember
                    && method.Name is "Invoke" or "InvokeAsync"
                    && Inherits(type, "Microsoft.AspNetCore.Mvc", "ViewComponent") => EntryPointKind.Route,
            _ when isPublicMember && Inherits(type, "Microsoft.AspNetCore.Mvc.RazorPages", "PageModel") && IsHandler(method.Name) =>
                EntryPointKind.Route,
            _ when isPublicMember && IsMiddleware(method) => EntryPointKind.Middleware,
            _ => null,
        };
    }

    /// <summary>Returns the addresses of a component of Blazor.</summary>
    public static IEnumerable<string> Patterns(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static implemented => Is(implemented, "Microsoft.AspNetCore.Components", "IComponent"))
            ? type.GetAttributes()
                .Where(static data => data.AttributeClass is { } route && Is(route, "Microsoft.AspNetCore.Components", "RouteAttribute"))
                .Select(static data => data.ConstructorArguments[0].Value)
                .OfType<string>()
            : [];

    private static bool IsView(INamedTypeSymbol type) => Inherits(type, "Microsoft.AspNetCore.Mvc.Razor", "RazorPageBase");

    private static bool Is(INamedTypeSymbol type, string space, string name) =>
        type.Name == name && type.ContainingNamespace.ToDisplayString() == space;

    private static bool IsHandler(string name) => name.StartsWith("On", StringComparison.Ordinal);

    private static bool IsTest(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (TestAttributes.Contains(type.Name))
            {
                return true;
            }
        }

        return false;
    }

    // The base of a gRPC service is generated from its .proto file, and the server finds its methods by reflection.
    private static bool IsOfService(IMethodSymbol method) =>
        method.OverriddenMethod is { } overridden && Has(overridden.ContainingType, "BindServiceMethodAttribute");

    private static bool IsModuleInitializer(IMethodSymbol method) => method.IsStatic && Has(method, "ModuleInitializerAttribute");

    // StartAsync, StopAsync and the other members of the host's interfaces, and the ExecuteAsync of a background service.
    private static bool IsOfHost(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (overridden.ContainingNamespace.ToDisplayString() == Hosting)
            {
                return true;
            }
        }

        return OfHost(type).Any(implementation => IsSame(implementation, method));
    }

    /// <summary>Returns the methods that the host calls on a type; they may be those of a base type.</summary>
    public static IEnumerable<IMethodSymbol> OfHost(INamedTypeSymbol type) =>
        type
            .AllInterfaces.Where(static implemented => implemented.ContainingNamespace.ToDisplayString() == Hosting)
            .SelectMany(static implemented => implemented.GetMembers())
            .Select(type.FindImplementationForInterfaceMember)
            .OfType<IMethodSymbol>();

    private static bool IsSame(ISymbol? first, ISymbol? second) => SymbolEqualityComparer.Default.Equals(first, second);

    // The attributes are inherited.
    private static bool IsController(INamedTypeSymbol type)
    {
        for (var parent = type; parent is not null; parent = parent.BaseType)
        {
            if (Has(parent, "ApiControllerAttribute") || Has(parent, "ControllerAttribute"))
            {
                return true;
            }
        }

        return Inherits(type, "Microsoft.AspNetCore.Mvc", "ControllerBase");
    }

    private static bool IsMiddleware(IMethodSymbol method) =>
        method.Name is "Invoke" or "InvokeAsync"
        && method.Parameters is [{ Type: { Name: "HttpContext" } context }, ..]
        && context.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Http";

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute);

    private static bool Inherits(INamedTypeSymbol type, string space, string name)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (Is(parent, space, name))
            {
                return true;
            }
        }

        return false;
    }
}
