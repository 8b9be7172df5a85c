using KoreXo.Analyzers.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Names a route by its verb and pattern: <c>GET /orders</c>.</summary>
internal static class RouteTitle
{
    /// <summary>Returns the title of the route that a call registers; <see langword="null"/> without a constant pattern.</summary>
    public static string? From(IMethodSymbol callee, IEnumerable<IArgumentOperation> arguments, IOperation call)
    {
        if (Pattern(arguments) is not { } pattern)
        {
            return null;
        }

        var verb = callee.Name switch
        {
            "MapMethods" => string.Join(
                ',',
                arguments.Where(static argument => argument.Parameter?.Name == "httpMethods").SelectMany(Verbs)
            ),
            _ when callee.Name.StartsWith("Map", StringComparison.Ordinal) => callee.Name[3..].ToUpperInvariant(),
            _ => callee.Name,
        };
        return $"{(verb.Length == 0 ? "MAP" : verb)} {WithGroups(pattern, call)}";
    }

    // "var orders = app.MapGroup("/orders").RequireAuthorization(); orders.MapGet("/{id}", …)": the patterns of the groups are found from
    // the inside out, through whatever returns the group again and through locals that are never assigned again.
    private static string WithGroups(string pattern, IOperation call)
    {
        var builder = Receiver(call);
        while (builder is not null)
        {
            if (builder is IInvocationOperation { TargetMethod.Name: "MapGroup" } group && Pattern(group.Arguments) is { } prefix)
            {
                pattern = prefix.TrimEnd('/') + "/" + pattern.TrimStart('/');
            }

            builder = builder switch
            {
                IInvocationOperation invocation => Receiver(invocation),
                IConversionOperation conversion => conversion.Operand,
                ILocalReferenceOperation local => Value(local),
                _ => null,
            };
        }

        return pattern;
    }

    private static string? Pattern(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Select(static argument => argument.Value.ConstantValue.Value as string).FirstOrDefault(static text => text is not null);

    private static IOperation? Receiver(IOperation call) =>
        call is IInvocationOperation invocation
            ? invocation.Instance
                ?? (
                    invocation.TargetMethod.IsExtensionMethod
                        ? invocation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value
                        : null
                )
            : null;

    private static IOperation? Value(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return
            new VariableUse(root).IsFixed(reference.Local)
            && reference.Local.DeclaringSyntaxReferences is [var declared]
            && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? reference.SemanticModel?.GetOperation(value)
            : null;
    }

    // ["GET", HttpMethods.Head]: constants, and the read-only fields of ASP.NET Core.
    private static IEnumerable<string> Verbs(IArgumentOperation argument) =>
        argument
            .Value.DescendantsAndSelf()
            .Select(static part => part.ConstantValue.Value as string ?? (part as IFieldReferenceOperation)?.Field.Name)
            .OfType<string>()
            .Select(static verb => verb.ToUpperInvariant());
}
