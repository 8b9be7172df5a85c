using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Adds the functions that the code of one member may run.</summary>
internal sealed class BodyWalker(CallGraph graph, IAssemblySymbol assembly, ForeignCalls foreign, LibraryUses libraries)
{
    private readonly HashSet<IOperation> _entryPoints = [];
    private readonly Stack<(IOperation Operation, GraphNode Caller)> _open = new();
    private GraphNode _caller = null!;

    public void Walk(GraphNode owner, IOperation root)
    {
        _open.Push((root, owner));
        while (_open.Count > 0)
        {
            (var operation, _caller) = _open.Pop();
            if (operation is INameOfOperation or IAttributeOperation)
            {
                continue;
            }

            Inspect(operation);
            var inner = operation switch
            {
                IAnonymousFunctionOperation lambda => graph.Function(lambda.Symbol),
                ILocalFunctionOperation local => graph.Function(local.Symbol),
                _ => _caller,
            };
            var dead = DeadCode.In(operation).ToList();
            dead.ForEach(part => graph.AddDead(part.Syntax));
            foreach (var child in operation.ChildOperations.Reverse().Where(child => !dead.Contains(child)))
            {
                _open.Push((child, inner));
            }
        }
    }

    // Creating a lambda counts as running it. It may be stored and run elsewhere, which the joint of its delegate type covers as well,
    // but a lambda that is passed to LINQ runs right here, inside of a library whose code nobody sees. Only functions that become entry
    // points of their own, such as the handler of a route, are not run by the code that registers them; otherwise Main would reach
    // everything.
    private void Inspect(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                AddInvocation(call);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                AddCreation(constructor, creation.Arguments, creation);
                break;
            case ITypeParameterObjectCreationOperation creation:
                _caller.Add(graph.New, creation.Syntax.GetLocation());
                break;
            case IDelegateCreationOperation creation:
                AddDelegate(creation);
                break;
            case IMethodReferenceOperation reference when !_entryPoints.Contains(reference):
                AddUse(reference.Method, reference.Instance, reference);
                break;
            case IAnonymousFunctionOperation lambda when !_entryPoints.Contains(lambda):
                _caller.Add(graph.Function(lambda.Symbol), lambda.Syntax.GetLocation());
                break;
            case IPropertyReferenceOperation reference:
                AddProperty(reference.Property, reference.Instance, reference);
                break;
            case IImplicitIndexerReferenceOperation reference:
                AddIndexer(reference);
                break;
            case IEventReferenceOperation { Event: { IsStatic: true } @event } reference:
                AddStatic(@event, reference);
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } reference:
                AddStatic(field, reference);
                break;
            case IEventAssignmentOperation assignment:
                AddEvent(assignment);
                break;
            case IConversionOperation conversion:
                AddConversion(conversion);
                break;
            case IDynamicInvocationOperation
            or IDynamicMemberReferenceOperation
            or IDynamicObjectCreationOperation
            or IDynamicIndexerAccessOperation:
                _caller.Add(new UnknownUse("dynamic", operation.Syntax.GetLocation(), []));
                break;
            default:
                AddImplied(operation);
                break;
        }
    }

    private void AddImplied(IOperation operation)
    {
        foreach (var member in ImpliedMembers.Of(operation))
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                AddCreation(constructor, [], operation);
            }
            else
            {
                AddUse(member, instance: null, operation, ImpliedMembers.Receiver(operation, member));
            }
        }
    }

    private void AddInvocation(IInvocationOperation call)
    {
        var target = call.TargetMethod;
        switch (target.MethodKind)
        {
            case MethodKind.DelegateInvoke:
                _caller.Add(graph.Delegates.Invoked(target.ContainingType), call.Syntax.GetLocation());
                break;
            case MethodKind.Constructor:
                AddCreation(target, call.Arguments, call);
                break;
            default:
                AddUse(target, call.Instance, call);
                if (graph.IsOurs(target))
                {
                    graph.Groups.Add(call);
                }
                else
                {
                    _entryPoints.UnionWith(foreign.Add(_caller, target, call.Arguments, call));
                }

                break;
        }
    }

    // A new object brings more than its constructor: the initializers of its type and of its bases, the static constructor, and whatever
    // a library may call back on it, such as Compare on a comparer that is given to Sort. One joint has all that follows from an
    // instance, another one what follows from the first use of the type.
    private void AddCreation(IMethodSymbol constructor, IEnumerable<IArgumentOperation> arguments, IOperation creation)
    {
        var place = creation.Syntax.GetLocation();
        libraries.Add(_caller, constructor, place);
        AddNew(constructor, place);
        if (graph.IsOurs(constructor))
        {
            _caller.Add(graph.Function(constructor), place);
            _caller.Add(graph.Instance(constructor.ContainingType), place);
            _caller.Add(graph.Static(constructor.ContainingType), place);
        }
        else
        {
            _entryPoints.UnionWith(foreign.Add(_caller, constructor, arguments, creation));
        }
    }

    private void AddUse(ISymbol member, IOperation? instance, IOperation use, ITypeSymbol? receiver = null)
    {
        var place = use.Syntax.GetLocation();
        libraries.Add(_caller, member, place);
        AddNew(member, place);

        // A struct can exist without any constructor having run, so a member may be the first use of its type.
        if (graph.IsOurs(member) && member.ContainingType is { } type && (member.IsStatic || type.TypeKind == TypeKind.Struct))
        {
            _caller.Add(graph.Static(type), place);
        }

        if (graph.Target(member, instance, receiver) is { } target)
        {
            _caller.Add(target, place);
        }
    }

    // A library that is given a type creates it itself.
    private void AddNew(ISymbol member, Location place)
    {
        if (graph.IsOurs(member))
        {
            graph.AddNew(member);
            return;
        }

        foreach (var type in CreatedTypes.Of(member).Where(graph.IsOurs))
        {
            _caller.Add(graph.CreatedByNew(type), place);
        }
    }

    private void AddDelegate(IDelegateCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || _entryPoints.Contains(creation.Target))
        {
            return;
        }

        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                graph.Delegates.Bind(graph.Function(lambda.Symbol), type, assembly);
                break;
            case IMethodReferenceOperation reference when graph.Target(reference.Method, reference.Instance) is { } function:
                graph.Delegates.Bind(function, type, assembly);
                break;
            case { Type: { TypeKind: TypeKind.Delegate } other }:
                graph.Delegates.Convert(other, type, assembly);
                break;
        }
    }

    private void AddConversion(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method)
        {
            AddUse(method, instance: null, conversion);
        }
        else
        {
            graph.Delegates.Convert(conversion.Operand.Type, conversion.Type, assembly);
        }
    }

    private void AddProperty(IPropertySymbol property, IOperation? instance, IOperation reference)
    {
        foreach (var accessor in PropertyUse.Accessors(reference, property))
        {
            AddUse(accessor, instance, reference);
        }

        if (property.IsStatic)
        {
            AddStatic(property, reference);
        }
    }

    // "rows[^1]" is "rows[rows.Length - 1]".
    private void AddIndexer(IImplicitIndexerReferenceOperation reference)
    {
        if (reference.LengthSymbol is IPropertySymbol { GetMethod: { } length })
        {
            AddUse(length, reference.Instance, reference);
        }

        if (reference.IndexerSymbol is IPropertySymbol indexer)
        {
            AddProperty(indexer, reference.Instance, reference);
        }
        else
        {
            AddUse(reference.IndexerSymbol, reference.Instance, reference);
        }
    }

    private void AddStatic(ISymbol member, IOperation reference)
    {
        if (graph.IsOurs(member))
        {
            _caller.Add(graph.Static(member.ContainingType), reference.Syntax.GetLocation());
        }
    }

    private void AddEvent(IEventAssignmentOperation assignment)
    {
        if (assignment.EventReference is not IEventReferenceOperation { Event: var @event } reference)
        {
            return;
        }

        if (assignment.Adds && !graph.IsOurs(@event))
        {
            foreign.AddHandler(@event, assignment.HandlerValue, assignment);
        }

        if ((assignment.Adds ? @event.AddMethod : @event.RemoveMethod) is { } accessor)
        {
            AddUse(accessor, reference.Instance, assignment);
        }
    }
}
