using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>A function that something outside the solution runs.</summary>
/// <param name="Kind">What runs it.</param>
/// <param name="Title">The display name.</param>
/// <param name="Project">The assembly that contains it.</param>
/// <param name="Node">The function.</param>
/// <param name="Place">The location of its declaration or registration.</param>
internal sealed record EntryPoint(EntryPointKind Kind, string Title, string Project, GraphNode Node, Location? Place)
{
    /// <summary>Gets the route, if its group comes from a parameter.</summary>
    public RouteTitle? Route { get; init; }
}
