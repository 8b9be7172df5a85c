using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines what an operation proves about scopes through the member or local function that it runs.</summary>
internal sealed class CalledMembers(FlowContext context, ControlFlowGraph graph, GuardConditions conditions)
{
    /// <summary>Returns the local function that an operation calls or passes as a delegate.</summary>
    public static IMethodSymbol? LocalFunction(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => function.OriginalDefinition,
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => function.OriginalDefinition,
            _ => null,
        };

    /// <returns><see langword="null"/> if it proves nothing.</returns>
    public GuardSummary? Summary(IOperation operation, GuardState state)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                var summary = LocalFunction(call) is { } function
                    ? OfLocalFunction(function, state)
                    : context.Members.Of(call.TargetMethod, context.Path, context.Cancellation);
                return summary?.Map(facts =>
                    ParameterFacts.Bind(facts, call, context.Variables, context.Guards.Fields, argument => conditions.Of(argument, state))
                );
            case IPropertyReferenceOperation { Property: var property }
                when !(VariableUse.Variable(operation) is { } variable && !context.Variables.IsUnchanged(variable)):
                return context.Members.Of(property, context.Path, context.Cancellation);
            case IFieldReferenceOperation { Field: var field }
                when !(VariableUse.Variable(operation) is { } variable && !context.Variables.IsUnchanged(variable)):
                return context.Members.Of(field, context.Path, context.Cancellation);
            default:
                return null;
        }
    }

    // Of the enclosing variables, only those that never change are known inside it.
    private GuardSummary? OfLocalFunction(IMethodSymbol function, GuardState state)
    {
        if (!GuardSummaries.MayTell(function) || context.Path.Into(function) is not { } path)
        {
            return null;
        }

        var start = GuardState.Empty with
        {
            Values = state
                .Values.Where(entry => context.Variables.IsConstant(entry.Key))
                .Aggregate(GuardState.Empty.Values, static (values, entry) => values.Add(entry.Key, entry.Value)),
        };
        return GuardSummaries.Create(
            graph.GetLocalFunctionControlFlowGraphInScope(function, context.Cancellation),
            function,
            start,
            context with
            {
                Path = path,
            }
        );
    }
}
