using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Routing;

/// <summary>Finds the operation of a request. A literal segment takes precedence over a parameter, as OpenAPI requires.</summary>
internal sealed class RouteTable
{
    private readonly RouteNode _root = new();

    /// <exception cref="FormatException">Two operations have the same method and path, or a parameter is only a part of a
    /// segment.</exception>
    public RouteTable(IEnumerable<ApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            Add(operation);
        }
    }

    /// <exception cref="RefusalException">404 if no path matches; 405 if a path matches, but not with this method.</exception>
    public Route Find(string method, RequestTarget target)
    {
        var captured = new List<string>();
        if (Walk(_root, target.Segments, 0, captured) is not { } node)
        {
            throw RefusalException.NotFound($"There is no API at the path '{target.Path}'.");
        }

        if (!node.Operations.TryGetValue(method, out var operations))
        {
            throw RefusalException.WrongVerb(method, target.Path, node.Operations.Keys.Order(StringComparer.Ordinal));
        }

        var names = Segments(operations[0].Path).Where(IsParameter).Select(segment => segment[1..^1]);
        return new Route(operations, names.Zip(captured).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    // With /pets/{id}/photo and /pets/mine, the path /pets/mine/photo takes the literal first, finds nothing below it, and comes back to
    // the parameter. What was captured on the way that failed is removed again. The paths of a document are short and few of them
    // overlap, so going back is cheap.
    private static RouteNode? Walk(RouteNode node, IReadOnlyList<string> segments, int index, List<string> captured)
    {
        if (index == segments.Count)
        {
            return node.Operations.Count > 0 ? node : null;
        }

        var segment = segments[index];
        if (node.Literals.TryGetValue(segment, out var literal) && Walk(literal, segments, index + 1, captured) is { } exact)
        {
            return exact;
        }

        if (node.Parameter is null || segment.Length == 0)
        {
            return null;
        }

        captured.Add(segment);
        var found = Walk(node.Parameter, segments, index + 1, captured);
        if (found is null)
        {
            captured.RemoveAt(captured.Count - 1);
        }

        return found;
    }

    private void Add(ApiOperation operation)
    {
        var node = _root;
        foreach (var segment in Segments(operation.Path))
        {
            if (IsParameter(segment))
            {
                node = node.Parameter ??= new RouteNode();
            }
            else
            {
                if (segment.Contains('{', StringComparison.Ordinal))
                {
                    throw new FormatException(
                        $"The simulator only serves paths whose parameters fill their segments, unlike {operation.Path}."
                    );
                }

                if (!node.Literals.TryGetValue(segment, out var next))
                {
                    node.Literals[segment] = next = new RouteNode();
                }

                node = next;
            }
        }

        if (!node.Operations.TryGetValue(operation.Method, out var operations))
        {
            node.Operations[operation.Method] = operations = [];
        }

        if (operations.Any(other => other.Path != operation.Path || other.Fixed.Count == 0 || operation.Fixed.Count == 0))
        {
            throw new FormatException($"The documents describe {operation.Method} {operation.Path} twice.");
        }

        operations.Add(operation);
    }

    private static string[] Segments(string path) => path.TrimStart('/').Split('/');

    private static bool IsParameter(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}';
}
