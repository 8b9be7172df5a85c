using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>Finds the entry points that follow from the declaration of a type: controllers, hosted services, middleware, tests.</summary>
internal sealed class EntryPointTypes(CallGraph graph)
{
    /// <summary>Adds the entry points that a type declares.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isLibraryApi">Whether only programs outside the solution call its public members.</param>
    public void Add(INamedTypeSymbol type, bool isLibraryApi)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (!method.IsAbstract && type.TypeKind != TypeKind.Interface && EntryPointKinds.Of(type, method) is { } kind)
            {
                AddMethod(kind, type, method);
            }
            else if (isLibraryApi && !method.IsImplicitlyDeclared && PublicApi.Contains(method))
            {
                AddPublic(type, method);
            }
        }

        AddPage(type);
        if (type.TypeKind != TypeKind.Interface)
        {
            // "class Worker : Base, IHostedService;", where Base has the methods.
            foreach (var method in EntryPointKinds.OfHost(type).Where(method => IsInherited(type, method)))
            {
                AddMethod(EntryPointKind.HostedService, type, method);
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
            // The caller creates the instance first, and that may be one of a derived type.
            node.Add(graph.Injected(type), place: null);
        }

        AddAttributes(node, type, method);
        graph.Add(new EntryPoint(kind, function.Title!, type.ContainingAssembly.Name, node, function.Place));
    }

    // The router creates the component for an address and calls it back.
    private void AddPage(INamedTypeSymbol type)
    {
        foreach (var pattern in EntryPointKinds.Patterns(type))
        {
            var node = graph.Joint("entry " + FunctionKey.From(type));
            node.Add(graph.Created(type), place: null);
            var place = type.Locations.FirstOrDefault(static place => place.IsInSource);
            graph.Add(new EntryPoint(EntryPointKind.Route, $"GET {pattern}", type.ContainingAssembly.Name, node, place));
        }
    }

    // A user of the library already has an instance, perhaps of a type that is not public.
    private void AddPublic(INamedTypeSymbol type, IMethodSymbol method)
    {
        var function = graph.Function(method);
        var node = graph.Joint("entry " + function.Key);
        node.Add(function, place: null);
        if (method.IsVirtual || method.IsAbstract || method.IsOverride)
        {
            node.Add(graph.Virtual(method), place: null);
        }

        if (!method.IsStatic)
        {
            node.Add(graph.Created(type), place: null);
        }

        graph.Add(new EntryPoint(EntryPointKind.PublicMember, function.Title!, type.ContainingAssembly.Name, node, function.Place));
    }

    // A filter such as "[Audit]" or "[ServiceFilter(typeof(Audit))]" runs with the action, and "[ClassData(typeof(Rows))]" with the test.
    private void AddAttributes(GraphNode node, INamedTypeSymbol type, IMethodSymbol method)
    {
        var attributes = method.GetAttributes().AsEnumerable();
        for (var parent = type; parent is not null && graph.IsOurs(parent); parent = parent.BaseType)
        {
            attributes = attributes.Concat(parent.GetAttributes());
        }

        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } filter && graph.IsOurs(filter))
            {
                node.Add(graph.Created(filter), place: null);
            }

            var types = attribute
                .ConstructorArguments.Concat(attribute.NamedArguments.Select(static named => named.Value))
                .SelectMany(Types);
            foreach (var named in types.ToList())
            {
                node.Add(graph.Injected(named), place: null);
            }

            AddNamed(node, types.Prepend(type), attribute);
        }
    }

    // "[MemberData(nameof(Rows))]": the test framework reads the member.
    private void AddNamed(GraphNode node, IEnumerable<ITypeSymbol> types, AttributeData attribute)
    {
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument is not { Kind: TypedConstantKind.Primitive, Value: string name })
            {
                continue;
            }

            foreach (var member in types.SelectMany(type => type.GetMembers(name)).Where(graph.IsOurs))
            {
                node.Add(graph.Function((member as IPropertySymbol)?.GetMethod ?? member), place: null);
                node.Add(graph.Static(member.ContainingType), place: null);
            }
        }
    }

    private static IEnumerable<ITypeSymbol> Types(TypedConstant argument) =>
        argument switch
        {
            { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } => [type],
            { Kind: TypedConstantKind.Array, IsNull: false } => argument.Values.SelectMany(Types),
            _ => [],
        };

    private bool IsInherited(INamedTypeSymbol type, IMethodSymbol method) =>
        graph.IsOurs(method) && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
