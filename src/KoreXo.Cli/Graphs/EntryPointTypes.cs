using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>Finds the entry points that follow from the declaration of a type: controllers, hosted services, middleware, tests.</summary>
internal sealed class EntryPointTypes(CallGraph graph)
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
    };

    /// <summary>Adds the entry points that a type declares.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLibraryApi">Whether only programs outside the solution call its public members.</param>
    public void Add(INamedTypeSymbol type, bool isLibraryApi)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(static method => !method.IsAbstract))
        {
            if (KindOf(type, method) is { } kind)
            {
                AddMethod(kind, type, method);
            }
            else if (isLibraryApi && !method.IsImplicitlyDeclared && PublicApi.Contains(method))
            {
                AddMethod(EntryPointKind.PublicMember, type, method);
            }
        }
    }

    /// <summary>Adds the entry point of a program and what the runtime runs before it.</summary>
    public void AddMain(IMethodSymbol main)
    {
        var node = graph.Function(main);
        graph.Add(new EntryPoint(EntryPointKind.Main, node.Title!, main.ContainingAssembly.Name, node, node.Place));
        node.Add(graph.Static(main.ContainingType), place: null);
    }

    // The entry point is a node of its own in front of the method. The host creates the class with its dependencies before it calls the
    // method, and those who call the method directly do not.
    private void AddMethod(EntryPointKind kind, INamedTypeSymbol type, IMethodSymbol method)
    {
        var function = graph.Function(method);
        var node = graph.Joint("entry " + function.Key);
        node.Add(function, place: null);
        if (!method.IsStatic)
        {
            // The caller creates the instance first.
            node.Add(graph.Created(type), place: null);
        }

        graph.Add(new EntryPoint(kind, function.Title!, type.ContainingAssembly.Name, node, function.Place));
    }

    private static EntryPointKind? KindOf(INamedTypeSymbol type, IMethodSymbol method)
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
            _ when isPublicMember && Inherits(type, "Microsoft.AspNetCore.Mvc.RazorPages", "PageModel") && IsHandler(method.Name) =>
                EntryPointKind.Route,
            _ when isPublicMember && IsMiddleware(method) => EntryPointKind.Middleware,
            _ => null,
        };
    }

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

        return type
            .AllInterfaces.Where(static implemented => implemented.ContainingNamespace.ToDisplayString() == Hosting)
            .SelectMany(static implemented => implemented.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
    }

    private static bool IsController(INamedTypeSymbol type) =>
        Inherits(type, "Microsoft.AspNetCore.Mvc", "ControllerBase")
        || Has(type, "ApiControllerAttribute")
        || Has(type, "ControllerAttribute");

    private static bool IsMiddleware(IMethodSymbol method) =>
        method.Name is "Invoke" or "InvokeAsync"
        && method.Parameters is [{ Type: { Name: "HttpContext" } context }, ..]
        && context.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Http";

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute);

    private static bool Inherits(INamedTypeSymbol type, string space, string name)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.Name == name && parent.ContainingNamespace.ToDisplayString() == space)
            {
                return true;
            }
        }

        return false;
    }
}
