using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Finds code that never runs: behind a constant condition that is never met, and after a statement whose end is never reached.
/// </summary>
internal static class DeadCode
{
    /// <summary>Returns the parts of an operation that never run, although it does.</summary>
    public static IEnumerable<IOperation> In(IOperation operation) =>
        operation switch
        {
            // "if (LogsEverything) …", where LogsEverything is a constant.
            IConditionalOperation conditional when Constant(conditional.Condition) is { } isTrue => Existing(
                isTrue ? conditional.WhenFalse : conditional.WhenTrue
            ),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when Constant(both.LeftOperand) == false =>
            [
                both.RightOperand,
            ],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when Constant(either.LeftOperand) == true =>
            [
                either.RightOperand,
            ],
            IWhileLoopOperation { ConditionIsTop: true } loop when Constant(loop.Condition) == false => [loop.Body],
            IForLoopOperation loop when Constant(loop.Condition) == false => [loop.Body, .. loop.AtLoopBottom],
            IBlockOperation block => AfterEnd(block.Operations),
            ISwitchCaseOperation section => AfterEnd(section.Body),
            _ => [],
        };

    private static IEnumerable<IOperation> Existing(IOperation? operation) => operation is null ? [] : [operation];

    private static IEnumerable<IOperation> AfterEnd(IEnumerable<IOperation> statements)
    {
        var runs = true;
        foreach (var statement in statements)
        {
            runs |= statement is ILabeledOperation;
            if (runs)
            {
                runs = Completes(statement);
            }
            else if (statement is not ILocalFunctionOperation)
            {
                // A local function may be called from above its declaration.
                yield return statement;
            }
        }
    }

    private static bool Completes(IEnumerable<IOperation> statements)
    {
        var runs = true;
        foreach (var statement in statements)
        {
            runs = (runs || statement is ILabeledOperation) && Completes(statement);
        }

        return runs;
    }

    // The rules of the language, where they are simple. Whatever is left is taken to complete.
    private static bool Completes(IOperation statement) =>
        statement switch
        {
            ILocalFunctionOperation => true,
            IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation => false,
            IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } => false,
            IBlockOperation block => Completes(block.Operations),
            ILabeledOperation labeled => labeled.Operation is null || Completes(labeled.Operation),
            IUsingOperation use => Completes(use.Body),
            ILockOperation locked => Completes(locked.Body),
            IConditionalOperation choice => Completes(choice, Constant(choice.Condition)),
            ITryOperation attempt => (attempt.Finally is null || Completes(attempt.Finally))
                && (Completes(attempt.Body) || attempt.Catches.Any(static clause => Completes(clause.Handler))),
            IWhileLoopOperation loop => Constant(loop.Condition) != true || IsLeft(loop, loop.ExitLabel),
            IForLoopOperation { Condition: var condition } loop => (condition is not null && Constant(condition) != true)
                || IsLeft(loop, loop.ExitLabel),
            ISwitchOperation choice => IsLeft(choice, choice.ExitLabel)
                || !choice.Cases.Any(static section => section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation)),
            _ => true,
        };

    private static bool Completes(IConditionalOperation choice, bool? isTrue) =>
        (isTrue != false && Completes(choice.WhenTrue)) || (isTrue != true && (choice.WhenFalse is null || Completes(choice.WhenFalse)));

    private static bool IsLeft(IOperation statement, ILabelSymbol exit) =>
        statement
            .Descendants()
            .OfType<IBranchOperation>()
            .Any(branch => branch.BranchKind == BranchKind.Break && SymbolEqualityComparer.Default.Equals(branch.Target, exit));

    private static bool? Constant(IOperation? condition) =>
        condition?.ConstantValue is { HasValue: true, Value: bool value } ? value : null;
}
