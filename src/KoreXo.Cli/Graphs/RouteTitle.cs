using System.Collections.Immutable;
using System.Globalization;
using KoreXo.Analyzers.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Names a route by its verb and pattern: <c>GET /orders</c>.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Pattern">The pattern, with the patterns of its groups.</param>
/// <param name="Parameter">The key of the parameter that the outermost group came from, whose own patterns only callers know.</param>
internal sealed record RouteTitle(string Verb, string Pattern, string? Parameter)
{
    /// <summary>Returns the title of the route that a call registers; <see langword="null"/> without a constant pattern.</summary>
    public static RouteTitle? From(IMethodSymbol callee, IEnumerable<IArgumentOperation> arguments, IOperation call)
    {
        if (Constant(arguments) is not { } pattern)
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
        var (whole, parameter) = WithGroups(pattern, Receiver(call));
        return new RouteTitle(verb.Length == 0 ? "MAP" : verb, whole, parameter);
    }

    /// <summary>Returns the patterns of the groups that a value stands for, and the parameter that it comes from.</summary>
    public static (string Prefix, string? Parameter) Group(IOperation builder) => WithGroups("", builder);

    /// <summary>Returns the key of a parameter, the same in every compilation.</summary>
    public static string Key(IParameterSymbol parameter) =>
        string.Create(CultureInfo.InvariantCulture, $"{FunctionKey.From(parameter.ContainingSymbol)}#{parameter.Ordinal}");

    /// <summary>Puts the pattern of a group before another one.</summary>
    public static string Join(string prefix, string pattern) =>
        prefix.Length == 0 ? pattern
        : pattern.Length == 0 ? prefix
        : prefix.TrimEnd('/') + "/" + pattern.TrimStart('/');

    public override string ToString() => $"{Verb} {Pattern}";

    // "var orders = app.MapGroup("/orders").RequireAuthorization(); orders.MapGet("/{id}", …)": the patterns of the groups are found from
    // the inside out, through whatever returns the group again, methods of the project that return one, and locals that are never
    // assigned again.
    private static (string Pattern, string? Parameter) WithGroups(
        string pattern,
        IOperation? builder,
        ImmutableHashSet<ISymbol>? path = null
    )
    {
        path ??= ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        while (builder is not null)
        {
            if (builder is IInvocationOperation { TargetMethod.Name: "MapGroup" } group && Constant(group.Arguments) is { } prefix)
            {
                pattern = Join(prefix, pattern);
            }

            switch (builder)
            {
                case IInvocationOperation { TargetMethod.OriginalDefinition: var method } own
                    when !path.Contains(method) && ReturnedValue.Of(own) is { } returned:
                    var (inner, source) = WithGroups("", returned, path.Add(method)); // a method may return what it returns itself
                    pattern = Join(inner, pattern);
                    builder = own.Arguments.FirstOrDefault(argument => argument.Parameter is { } given && Key(given) == source)?.Value;
                    break;
                case IInvocationOperation invocation:
                    builder = Receiver(invocation);
                    break;
                case IConversionOperation conversion:
                    builder = conversion.Operand;
                    break;
                case ILocalReferenceOperation local:
                    builder = Value(local);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when new VariableUse(Root(builder)).IsFixed(parameter):
                    return (pattern, Key(parameter));
                default:
                    return (pattern, null);
            }
        }

        return (pattern, null);
    }

    private static string? Constant(IEnumerable<IArgumentOperation> arguments) =>
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
        return
            new VariableUse(Root(reference)).IsFixed(reference.Local)
            && reference.Local.DeclaringSyntaxReferences is [var declared]
            && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? reference.SemanticModel?.GetOperation(value)
            : null;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    // ["GET", HttpMethods.Head]: constants, and the read-only fields of ASP.NET Core.
    private static IEnumerable<string> Verbs(IArgumentOperation argument) =>
        argument
            .Value.DescendantsAndSelf()
            .Select(static part => part.ConstantValue.Value as string ?? (part as IFieldReferenceOperation)?.Field.Name)
            .OfType<string>()
            .Select(static verb => verb.ToUpperInvariant());
}
