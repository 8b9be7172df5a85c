using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Adds what follows from the declaration of a type: overrides, implementations, initializers, and creation by a container.
/// </summary>
internal sealed class TypeMembers(CallGraph graph)
{
    public void Add(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            AddOverride(type, method);
            if (method.MethodKind == MethodKind.StaticConstructor)
            {
                graph.Static(type).Add(graph.Function(method), place: null);
            }
        }

        foreach (var parent in type.AllInterfaces.Append(type.BaseType).OfType<INamedTypeSymbol>())
        {
            graph.AddNew(parent);
        }

        if (type.TypeKind != TypeKind.Interface)
        {
            AddInherited(type);
            AddImplementations(type);
            AddBase(type);
            AddCopy(type);
            AddInjection(type);
        }
    }

    private void AddOverride(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride)
        {
            AddVirtual(type, method, graph.Function(method));
        }

        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            AddVirtual(type, overridden, graph.Function(method));
            if (IsCalledBack(overridden))
            {
                graph.Instance(type).Add(graph.Function(method), place: null);
            }
        }
    }

    // "class Plain : Shape;" has no Draw of its own, and "Plain p = …; p.Draw();" is a call of Draw on Plain all the same.
    private void AddInherited(INamedTypeSymbol type)
    {
        var replaced = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var parent = type; parent is not null && graph.IsOurs(parent); parent = parent.BaseType)
        {
            foreach (var method in parent.GetMembers().OfType<IMethodSymbol>())
            {
                var isInherited = !ReferenceEquals(parent, type) && !replaced.Contains(method.OriginalDefinition);
                if (isInherited && (method.IsVirtual || method.IsAbstract || method.IsOverride))
                {
                    AddVirtual(type, method, graph.Function(method));
                }

                for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    replaced.Add(overridden.OriginalDefinition);
                    if (isInherited)
                    {
                        AddVirtual(type, overridden, graph.Function(method));
                    }
                }
            }
        }
    }

    // For calls on the declaring type, and on each type between it and this one.
    // In "Shape s = …; s.Draw();" the joint is that of Draw on Shape, in "Circle c = …; c.Draw();" that of Draw on Circle. The override
    // in Circle hangs from both, that in Square from the first one only. So a call on a derived type does not lead to its siblings.
    private void AddVirtual(INamedTypeSymbol type, IMethodSymbol member, GraphNode function)
    {
        graph.Virtual(member).Add(function, place: null);
        for (var parent = type; parent is not null; parent = parent.BaseType)
        {
            graph.Virtual(member, parent).Add(function, place: null);
        }

        foreach (var implemented in type.AllInterfaces)
        {
            graph.Virtual(member, implemented).Add(function, place: null);
        }
    }

    private void AddImplementations(INamedTypeSymbol type)
    {
        foreach (var member in type.AllInterfaces.SelectMany(static implemented => implemented.GetMembers()).OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol method)
            {
                var function = method.IsVirtual || method.IsAbstract || method.IsOverride ? graph.Virtual(method) : graph.Function(method);
                AddVirtual(type, member, function);
                if (member.IsStatic)
                {
                    AddVirtual(type, member, graph.Static(type));
                }

                if (IsCalledBack(member))
                {
                    // Code that receives the instance may call it, as a comparer, an enumerable or a handler.
                    graph.Instance(type).Add(function, place: null);
                }
            }
        }
    }

    // The host's own members are entry points.
    private bool IsCalledBack(IMethodSymbol member) =>
        !graph.IsOurs(member) && member.ContainingNamespace.ToDisplayString() != EntryPointKinds.Hosting;

    private void AddBase(INamedTypeSymbol type)
    {
        if (type.BaseType is { } parent && graph.IsOurs(parent))
        {
            var instance = graph.Instance(type);
            instance.Add(graph.Instance(parent), place: null);
            instance.Add(graph.Static(parent), place: null);
            foreach (var constructor in parent.InstanceConstructors.Where(CanBeOmitted))
            {
                instance.Add(graph.Function(constructor), place: null);
            }
        }
    }

    // "class Derived : Base;" calls the constructor of Base that needs no argument.
    private static bool CanBeOmitted(IMethodSymbol constructor) =>
        constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams);

    // "record with { }" runs the constructor that copies, and that of a derived record runs the one of its base; neither is in any code.
    private void AddCopy(INamedTypeSymbol type)
    {
        if (CopyConstructor(type) is not { } copy)
        {
            return;
        }

        foreach (var clone in type.GetMembers("<Clone>$"))
        {
            graph.Function(clone).Add(graph.Function(copy), place: null);
        }

        if (type.BaseType is { } parent && graph.IsOurs(parent) && CopyConstructor(parent) is { } copyOfBase)
        {
            graph.Function(copy).Add(graph.Function(copyOfBase), place: null);
        }
    }

    private static IMethodSymbol? CopyConstructor(INamedTypeSymbol type) =>
        type is { IsRecord: true, TypeKind: TypeKind.Class }
            ? type.InstanceConstructors.FirstOrDefault(constructor =>
                constructor.Parameters is [{ Type: var copied }] && SymbolEqualityComparer.Default.Equals(copied, type)
            )
            : null;

    // Registrations are not evaluated. They are ordinary code, with conditions, loops, assembly scans and factories, and understanding
    // half of them would lose the rest. Instead a constructor parameter of type IStore is taken to receive every class of the solution
    // that implements IStore, with the dependencies of each.
    private void AddInjection(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsStatic)
        {
            return;
        }

        var created = graph.Created(type);
        created.Add(graph.Instance(type), place: null);
        created.Add(graph.Static(type), place: null);
        foreach (var constructor in type.InstanceConstructors)
        {
            created.Add(graph.Function(constructor), place: null);
            foreach (var parameter in constructor.Parameters)
            {
                foreach (var injected in graph.InjectedFor(parameter.Type))
                {
                    created.Add(injected, place: null);
                }
            }
        }

        // [Inject] of Blazor, [RazorInject] of a view.
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(IsInjected))
        {
            foreach (var injected in graph.InjectedFor(property.Type))
            {
                created.Add(injected, place: null);
            }
        }

        graph.Injected(type).Add(created, place: null);
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (graph.IsOurs(parent))
            {
                graph.Injected(parent).Add(created, place: null);
            }
        }

        foreach (var implemented in type.AllInterfaces.Where(graph.IsOurs))
        {
            graph.Injected(implemented).Add(created, place: null);
        }
    }

    private static bool IsInjected(IPropertySymbol property) =>
        property.GetAttributes().Any(static data => data.AttributeClass?.Name is "InjectAttribute" or "RazorInjectAttribute");
}
