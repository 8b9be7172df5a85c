using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Routing;

/// <summary>Finds the operation of a request. A literal segment takes precedence over a parameter, as OpenAPI requires.</summary>
internal sealed class RouteTable
{
    private readonly RouteNode _root = new();
    private readonly List<string[]> _bases;

    /// <exception cref="FormatException">Two operations have the same method and path.</exception>
    /// <param name="operations">The operations.</param>
    /// <param name="basePaths">Paths under which all of them are found too.</param>
    public RouteTable(IEnumerable<ApiOperation> operations, IEnumerable<string>? basePaths = null)
    {
        _bases = [.. (basePaths ?? []).Select(path => path.TrimStart('/').Split('/'))];
        foreach (var operation in operations)
        {
            Add(operation);
        }
    }

    /// <exception cref="RefusalException">404 if no path matches; 405 if a path matches, but not with this method.</exception>
    public Route Find(string method, RequestTarget target)
    {
        var captured = new List<string>();
        var node =
            Walk(_root, target.Segments, 0, captured)
            ?? _bases
                .Where(path => target.Segments.Take(path.Length).SequenceEqual(path, StringComparer.Ordinal))
                .Select(path => Walk(_root, target.Segments, path.Length, captured))
                .FirstOrDefault(found => found is not null);
        if (node is null)
        {
            throw RefusalException.NotFound($"There is no API at the path '{target.Path}'.");
        }

        if (!node.Operations.TryGetValue(method, out var operations))
        {
            throw RefusalException.WrongVerb(method, target.Path, node.Operations.Keys.Order(StringComparer.Ordinal));
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in operations.SelectMany(operation => Names(operation).Zip(captured)))
        {
            values[name] = value;
        }

        return new Route(operations, values);
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

        foreach (var (template, next) in node.Templates)
        {
            if (template.Match(segment) is { } values && WalkOn(next, segments, index, captured, values) is { } partly)
            {
                return partly;
            }
        }

        return node.Parameter is { } parameter && segment.Length > 0 ? WalkOn(parameter, segments, index, captured, [segment]) : null;
    }

    private static RouteNode? WalkOn(
        RouteNode node,
        IReadOnlyList<string> segments,
        int index,
        List<string> captured,
        IReadOnlyList<string> values
    )
    {
        var before = captured.Count;
        captured.AddRange(values);
        var found = Walk(node, segments, index + 1, captured);
        if (found is null)
        {
            captured.RemoveRange(before, captured.Count - before);
        }

        return found;
    }

    private void Add(ApiOperation operation)
    {
        var node = _root;
        foreach (var segment in RoutePath.Segments(operation.Path))
        {
            node = Next(node, segment);
        }

        if (!node.Operations.TryGetValue(operation.Method, out var operations))
        {
            node.Operations[operation.Method] = operations = [];
        }

        // Twins are distinguished by their bodies, as variants of one operation, or by the queries that they require.
        var isAlone = operation.Path == RoutePath.Bare(operation.Path);
        if (
            operations.Exists(other =>
                other.Path == operation.Path
                    ? other.Fixed.Count == 0 || operation.Fixed.Count == 0
                    : isAlone && other.Path == RoutePath.Bare(other.Path)
            )
        )
        {
            throw new FormatException($"The documents describe {operation.Method} {operation.Path} twice.");
        }

        operations.Add(operation);
    }

    private static RouteNode Next(RouteNode node, string segment)
    {
        if (RoutePath.IsParameter(segment))
        {
            return node.Parameter ??= new RouteNode();
        }

        if (segment.Contains('{', StringComparison.Ordinal))
        {
            if (node.Templates.Find(entry => entry.Template.Text == segment) is { Node: { } known })
            {
                return known;
            }

            var added = (new SegmentTemplate(segment), new RouteNode());
            node.Templates.Add(added);
            node.Templates.Sort(static (left, right) => right.Template.Literals.CompareTo(left.Template.Literals));
            return added.Item2;
        }

        if (!node.Literals.TryGetValue(segment, out var next))
        {
            node.Literals[segment] = next = new RouteNode();
        }

        return next;
    }

    private static IEnumerable<string> Names(ApiOperation operation) =>
        RoutePath
            .Segments(operation.Path)
            .SelectMany(segment =>
                RoutePath.IsParameter(segment) ? [segment[1..^1]]
                : segment.Contains('{', StringComparison.Ordinal) ? new SegmentTemplate(segment).Names
                : []
            );
}
