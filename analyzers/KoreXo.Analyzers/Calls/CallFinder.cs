using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Calls;

/// <summary>Finds the calls with a known requirement in a piece of code, in one pass.</summary>
/// <param name="requirements">The requirements of members.</param>
/// <param name="resource">Returns the resource that an argument names; <see langword="null"/> for any.</param>
internal sealed class CallFinder(RequirementReader requirements, Func<IOperation, string?> resource)
{
    private readonly Stack<(IOperation Operation, FunctionScope? Function)> _open = new();
    private FunctionScope? _function;

    /// <summary>Gets the calls found so far.</summary>
    public List<ScopedCall> Calls { get; } = [];

    public void Search(IOperation root)
    {
        _open.Push((root, null));
        while (_open.Count > 0)
        {
            var (operation, function) = _open.Pop();

            // The operands of nameof and the arguments of attributes do not run.
            if (operation is INameOfOperation or IAttributeOperation)
            {
                continue;
            }

            _function = function;
            Inspect(operation);
            var inner = operation switch
            {
                IAnonymousFunctionOperation lambda => new FunctionScope(lambda.Symbol, function),
                ILocalFunctionOperation local => new FunctionScope(local.Symbol, function),
                _ => function,
            };
            foreach (var child in operation.ChildOperations)
            {
                _open.Push((child, inner));
            }
        }
    }

    private void Inspect(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                Add(call.TargetMethod, call);
                break;
            case IMethodReferenceOperation reference:
                Add(reference.Method, reference);
                break;
            case IPropertyReferenceOperation reference:
                AddAccessors(reference.Property, reference);
                break;
            case IFieldReferenceOperation reference:
                Add(reference.Field, reference);
                break;
            case IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol indexer } reference:
                AddAccessors(indexer, reference);
                break;
            case IImplicitIndexerReferenceOperation reference:
                Add(reference.IndexerSymbol, reference);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                Add(Accessor(reference.Event, assignment.Adds), assignment);
                break;
            case IObjectCreationOperation creation:
                Add(creation.Constructor, creation);
                break;
            case ICollectionExpressionOperation collection:
                Add(collection.ConstructMethod, collection);
                foreach (var add in requirements.MayBeKnown(collection.Type) ? CollectionAdd.Methods(collection) : [])
                {
                    Add(add, collection);
                }

                break;
            case IListPatternOperation list:
                AddRead(list.LengthSymbol, list);
                AddRead(list.IndexerSymbol, list);
                break;
            case ISlicePatternOperation { SliceSymbol: { } slice } pattern:
                AddRead(slice, pattern);
                break;
            case IAnonymousFunctionOperation { Syntax: LambdaExpressionSyntax { AttributeLists.Count: > 0 } } lambda:
                Add(lambda.Symbol, lambda);
                break;
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop:
                AddLoop(syntax, loop);
                break;
            default:
                Add(Operator(operation), operation);
                break;
        }
    }

    private static ISymbol? Operator(IOperation operation) =>
        operation switch
        {
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IConversionOperation conversion => conversion.OperatorMethod,
            ICompoundAssignmentOperation compound => compound.OperatorMethod,
            IIncrementOrDecrementOperation increment => increment.OperatorMethod,
            _ => null,
        };

    private static IMethodSymbol? Accessor(IEventSymbol? @event, bool adds)
    {
        var accessor = adds ? @event?.AddMethod : @event?.RemoveMethod;
        return accessor ?? (@event is null ? null : Accessor(@event.OverriddenEvent, adds));
    }

    private void AddAccessors(IPropertySymbol property, IOperation reference)
    {
        if (requirements.MayBeKnown(property))
        {
            foreach (var accessor in PropertyUse.Accessors(reference, property))
            {
                Add(accessor, reference);
            }
        }
    }

    private void AddRead(ISymbol? member, IOperation pattern) =>
        Add(member is IPropertySymbol property ? property.GetMethod : member, pattern);

    private void AddLoop(CommonForEachStatementSyntax syntax, IForEachLoopOperation loop)
    {
        if (loop.SemanticModel?.GetForEachStatementInfo(syntax) is { } info)
        {
            Add(info.GetEnumeratorMethod, loop, syntax.Expression);
            Add(info.MoveNextMethod, loop, syntax.Expression);
            Add(info.CurrentProperty?.GetMethod, loop, syntax.Expression);
            Add(info.DisposeMethod, loop, syntax.Expression);
            Add(info.CurrentConversion.MethodSymbol, loop, syntax.Expression);
            Add(info.ElementConversion.MethodSymbol, loop, syntax.Expression);
        }
    }

    private void Add(ISymbol? callee, IOperation operation, SyntaxNode? runs = null)
    {
        if (callee is not null && requirements.Of(callee) is { } need)
        {
            need = need.IsPerResource ? OnResource(need, operation) : need;
            Calls.Add(new ScopedCall(callee, need, CallLocation.Of(operation), _function, runs ?? operation.Syntax));
        }
    }

    // A method that is only referred to may be called for any resource, as far as anyone can tell.
    private Requirement OnResource(Requirement need, IOperation operation)
    {
        var arguments = Arguments(operation);
        return need.On(ordinal =>
            arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { Value: var value } ? resource(value) : null
        );
    }

    private static ImmutableArray<IArgumentOperation> Arguments(IOperation call) =>
        call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => [],
        };
}
