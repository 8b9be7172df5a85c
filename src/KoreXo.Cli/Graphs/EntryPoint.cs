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

/// <summary>What runs an entry point. Reports list them in this order.</summary>
internal enum EntryPointKind
{
    /// <summary>The start of a program.</summary>
    Main,

    /// <summary>A request to a route: a minimal API, a controller, a page, or a hub.</summary>
    Route,

    /// <summary>Any request: a middleware.</summary>
    Middleware,

    /// <summary>The host, which runs it in the background.</summary>
    HostedService,

    /// <summary>A timer.</summary>
    Timer,

    /// <summary>An event of a library.</summary>
    EventHandler,

    /// <summary>Other programs, which call the public members of a library that no program of the solution uses.</summary>
    PublicMember,

    /// <summary>A test framework.</summary>
    Test,
}
