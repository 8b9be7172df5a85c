using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>The shortest paths from one entry point to everything it reaches.</summary>
internal sealed class Chains
{
    private readonly Dictionary<GraphNode, (GraphNode? From, Location? Place)> _reached = [];

    // Breadth first, so that the first way found to a function is one of the shortest. That is the one that a person wants to see: "GET
    // /orders → OrderService.ListAsync → the call".
    /// <summary>Finds the paths.</summary>
    /// <param name="start">The entry point.</param>
    /// <param name="absent">The assemblies that are not part of the program.</param>
    public Chains(GraphNode start, IReadOnlySet<string> absent)
    {
        _reached.Add(start, (null, null));
        var open = new Queue<GraphNode>();
        open.Enqueue(start);
        while (open.TryDequeue(out var node))
        {
            foreach (var (target, place) in node.Edges)
            {
                if ((target.Assembly is null || !absent.Contains(target.Assembly)) && _reached.TryAdd(target, (node, place)))
                {
                    open.Enqueue(target);
                }
            }
        }
    }

    /// <summary>Gets the nodes, nearest first.</summary>
    public IEnumerable<GraphNode> Reached => _reached.Keys;

    /// <summary>
    /// Returns the functions on the path to a node, including the node itself, each with the place from which it reaches the next one.
    /// </summary>
    public List<(GraphNode Function, Location? Place)> To(GraphNode node, Location last)
    {
        var steps = new List<(GraphNode, Location?)>();
        var (current, place) = ((GraphNode?)node, (Location?)last);
        while (current is not null)
        {
            if (current.Title is not null)
            {
                steps.Add((current, place));
            }

            // Joints are not shown, so the place that leads into one is the place from which the function before it reaches the function
            // behind it.
            var (from, way) = _reached[current];
            place = current.Title is null ? way ?? place : way;
            current = from;
        }

        steps.Reverse();
        return steps;
    }
}
