using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Determines whether control flow matters for the calls of a member. If nothing branches and nothing is guarded, every call runs, and no
/// control-flow graph is needed.
/// </summary>
internal static class FlowNeed
{
    public static bool Of(IOperation root, GuardReader guards, GuardedMembers members, CancellationToken cancellation)
    {
        // A control-flow graph is costly, and most members that lack a scope are a few lines without a condition. For these it would say
        // that every call runs, which is known without it.
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (Branches(operation) || guards.IsGuard(operation))
            {
                return true;
            }

            var called = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IPropertyReferenceOperation property => property.Property,
                IFieldReferenceOperation field => field.Field,
                _ => (ISymbol?)null,
            };
            if (called is not null && (IsMarked(called) || members.Of(called, CallPath.Start, cancellation) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Branches(IOperation operation) =>
        operation switch
        {
            IReturnOperation { IsImplicit: false } @return => @return.Parent is not IBlockOperation { Operations: [.., var last] } block
                || last != @return
                || block.Parent is not (null or IMethodBodyBaseOperation),
            IConditionalOperation or ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation => true,
            IThrowOperation or IBranchOperation or ICoalesceOperation or ILocalFunctionOperation => true,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
            _ => false,
        };

    // [DoesNotReturn], and [DoesNotReturnIf] on a parameter.
    private static bool IsMarked(ISymbol called) =>
        called is IMethodSymbol method
        && method
            .GetAttributes()
            .Concat(method.Parameters.SelectMany(static parameter => parameter.GetAttributes()))
            .Any(static attribute => attribute.AttributeClass?.Name is "DoesNotReturnAttribute" or "DoesNotReturnIfAttribute");
}
