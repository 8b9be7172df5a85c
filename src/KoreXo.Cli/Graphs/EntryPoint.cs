using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>Code that something other than the solution runs.</summary>
/// <param name="Kind">What runs it.</param>
/// <param name="Title">The name that a reader sees.</param>
/// <param name="Project">The assembly that it is in.</param>
/// <param name="Node">The function.</param>
/// <param name="Place">Where it is declared or registered.</param>
internal sealed record EntryPoint(EntryPointKind Kind, string Title, string Project, GraphNode Node, Location? Place);
