using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Names a route by its verb and pattern: <c>GET /orders</c>.</summary>
internal static class RouteTitle
{
    /// <summary>Returns the title of the route that a call registers; <see langword="null"/> without a constant pattern.</summary>
    public static string? From(IMethodSymbol callee, IEnumerable<IArgumentOperation> arguments)
    {
        var pattern = arguments
            .Select(static argument => argument.Value.ConstantValue)
            .FirstOrDefault(static constant => constant is { HasValue: true, Value: string });
        if (!pattern.HasValue)
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
        return $"{(verb.Length == 0 ? "MAP" : verb)} {pattern.Value}";
    }

    // ["GET", HttpMethods.Head]: constants, and the read-only fields of ASP.NET Core.
    private static IEnumerable<string> Verbs(IArgumentOperation argument) =>
        argument
            .Value.DescendantsAndSelf()
            .Select(static part => part.ConstantValue.Value as string ?? (part as IFieldReferenceOperation)?.Field.Name)
            .OfType<string>()
            .Select(static verb => verb.ToUpperInvariant());
}
