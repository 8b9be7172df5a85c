using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Determines what a call of a library may run in the solution: delegates that it receives, types that it creates, and, if it registers a
/// route or a timer, an entry point.
/// </summary>
internal sealed class ForeignCalls(CallGraph graph)
{
    //     app.MapGet("/orders", (OrderService service) => service.ListAsync());
    // A library's code is not in the graph, so what it does with what it is given has to be known here. The lambda becomes an entry point
    // "GET /orders" instead of something that Main runs; its parameters are injected, so OrderService and its dependencies are created
    // for it. Other libraries may invoke the delegates that they receive, and only containers and hosts create types.
    /// <summary>Adds a call of a method or constructor without code in the solution.</summary>
    /// <returns>The functions that become entry points and therefore are not run by the caller.</returns>
    public IEnumerable<IOperation> Add(GraphNode caller, IMethodSymbol callee, IEnumerable<IArgumentOperation> arguments, IOperation call)
    {
        var place = call.Syntax.GetLocation();
        AddReflection(caller, callee, place);
        var route = RouteKind(callee);
        foreach (var argument in arguments)
        {
            var value = Unconverted(argument.Value);
            switch (value)
            {
                case IDelegateCreationOperation creation when route is { } kind && Target(creation) is { } function:
                    AddRoute(kind, callee, arguments, function, call);
                    yield return creation.Target;
                    break;
                case IDelegateCreationOperation creation when IsTimer(callee) && Target(creation) is { } function:
                    AddEntry(EntryPointKind.Timer, "timer: " + function.Title, call, function);
                    break;
                case ITypeOfOperation { TypeOperand: { } type } when CreatesTypes(callee):
                    AddCreated(caller, type, place);
                    break;
                case not IDelegateCreationOperation when Delegate(argument.Value) is { } type:
                    caller.Add(graph.Delegates.Invoked(type), place);
                    break;
            }
        }

        if (CreatesTypes(callee))
        {
            foreach (var type in callee.TypeArguments)
            {
                AddCreated(caller, type, place);
            }
        }
    }

    private void AddCreated(GraphNode caller, ITypeSymbol type, Location place)
    {
        foreach (var injected in graph.InjectedFor(type))
        {
            caller.Add(injected, place);
        }
    }

    /// <summary>Adds a handler of a library's event.</summary>
    public void AddHandler(IEventSymbol @event, IOperation handler, IOperation assignment)
    {
        if (Unconverted(handler) is IDelegateCreationOperation creation && Target(creation) is { } function)
        {
            var kind = @event.ContainingType.Name.EndsWith("Timer", StringComparison.Ordinal)
                ? EntryPointKind.Timer
                : EntryPointKind.EventHandler;
            AddEntry(kind, $"{@event.ContainingType.Name}.{@event.Name}: {function.Title}", assignment, function);
        }
    }

    private void AddRoute(
        EntryPointKind kind,
        IMethodSymbol callee,
        IEnumerable<IArgumentOperation> arguments,
        (GraphNode Node, string Title) function,
        IOperation call
    )
    {
        var route = RouteTitle.From(callee, arguments, call);
        AddEntry(kind, route?.ToString() ?? $"{callee.Name}: {function.Title}", call, function, route);
        foreach (var injected in Parameters(arguments).SelectMany(graph.InjectedFor))
        {
            function.Node.Add(injected, place: null);
        }
    }

    private static IEnumerable<ITypeSymbol> Parameters(IEnumerable<IArgumentOperation> arguments) =>
        arguments
            .Select(static argument => Unconverted(argument.Value))
            .OfType<IDelegateCreationOperation>()
            .SelectMany(static creation =>
                creation.Target switch
                {
                    IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters,
                    IMethodReferenceOperation reference => reference.Method.Parameters,
                    _ => [],
                }
            )
            .Select(static parameter => parameter.Type);

    private void AddEntry(
        EntryPointKind kind,
        string title,
        IOperation registration,
        (GraphNode Node, string Title) function,
        RouteTitle? route = null
    ) =>
        graph.Add(
            new EntryPoint(
                kind,
                title,
                registration.SemanticModel?.Compilation.AssemblyName ?? "",
                function.Node,
                registration.Syntax.GetLocation()
            )
            {
                Route = route?.Parameter is null ? null : route,
            }
        );

    // A method of an interface is what implements it.
    private (GraphNode Node, string Title)? Target(IDelegateCreationOperation creation) =>
        creation.Target switch
        {
            IAnonymousFunctionOperation lambda => From(graph.Function(lambda.Symbol), lambda.Symbol),
            IMethodReferenceOperation reference when graph.Target(reference.Method, reference.Instance) is { } node => From(
                node,
                reference.Method
            ),
            _ => null,
        };

    private static (GraphNode Node, string Title) From(GraphNode node, ISymbol function) => (node, node.Title ?? MemberName.Full(function));

    private static void AddReflection(GraphNode caller, IMethodSymbol callee, Location place)
    {
        var reason = (callee.ContainingType?.ToDisplayString(), callee.Name) switch
        {
            ("System.Reflection.MethodBase" or "System.Reflection.MethodInfo" or "System.Reflection.ConstructorInfo", "Invoke") =>
                "reflection",
            ("System.Type", "InvokeMember") => "reflection",
            ("System.Reflection.PropertyInfo", "GetValue" or "SetValue") => "reflection",
            ("System.Activator", "CreateInstance" or "CreateInstanceFrom") when !callee.IsGenericMethod => "reflection",
            ("System.Delegate", "DynamicInvoke") => "reflection",
            _ => null,
        };
        if (reason is not null)
        {
            caller.Add(new UnknownUse(reason, place, []));
        }
    }

    private static EntryPointKind? RouteKind(IMethodSymbol callee)
    {
        if (callee.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) != true)
        {
            return null;
        }

        return callee.Name switch
        {
            _ when callee.Name.StartsWith("Map", StringComparison.Ordinal) && callee.Name is not ("MapGroup" or "MapWhen") =>
                EntryPointKind.Route,
            "Use" or "Run" => EntryPointKind.Middleware,
            _ => null,
        };
    }

    private static bool IsTimer(IMethodSymbol callee) =>
        callee is { MethodKind: MethodKind.Constructor, ContainingType.Name: "Timer" } || callee.Name == "CreateTimer";

    // Containers, hosts and frameworks create instances of the types that they are given; System.Linq and the like do not.
    private static bool CreatesTypes(IMethodSymbol callee)
    {
        var space = callee.ContainingNamespace?.ToDisplayString() ?? "";
        return space.StartsWith("Microsoft.", StringComparison.Ordinal)
            || callee is { ContainingType.Name: "Activator" or "IServiceProvider" };
    }

    // "items.ForEach((Action<int>)found)": the outermost type that is a delegate.
    private static INamedTypeSymbol? Delegate(IOperation value)
    {
        for (var inner = value; ; inner = ((IConversionOperation)inner).Operand)
        {
            if (inner.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type)
            {
                return type;
            }

            if (inner is not IConversionOperation { OperatorMethod: null })
            {
                return null;
            }
        }
    }

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
