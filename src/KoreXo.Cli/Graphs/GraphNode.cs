using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// A function of the solution, or a joint: a node without its own code that connects a use to all functions that the use may run, such as
/// the overrides of a member or the functions that a delegate may hold.
/// </summary>
internal sealed class GraphNode(string key)
{
    private readonly Dictionary<GraphNode, Location?> _edges = [];
    private readonly Dictionary<(string, int, string), FoundCall> _calls = [];
    private readonly Dictionary<(string, int), UnknownUse> _unknown = [];

    /// <summary>Gets the key, the same in all projects and frameworks that compile the function.</summary>
    public string Key { get; } = key;

    /// <summary>Gets the display name; <see langword="null"/> for a joint.</summary>
    public string? Title { get; private set; }

    /// <summary>Gets the location of the function's declaration.</summary>
    public Location? Place { get; private set; }

    /// <summary>
    /// Gets the assembly that contains the function or the type created, or that creates the delegate; <see langword="null"/> for other
    /// joints.
    /// </summary>
    public string? Assembly { get; private set; }

    // A target is kept once, with the first place: a report needs one way to a call and not all of them, and the number of ways may be
    // exponential.
    /// <summary>Gets the nodes that the function may run next, each with the first place that leads to it, in the order found.</summary>
    public IReadOnlyDictionary<GraphNode, Location?> Edges => _edges;

    /// <summary>Gets the scoped calls in the function.</summary>
    public IEnumerable<FoundCall> Calls => _calls.Values;

    /// <summary>Gets the places whose targets the analysis cannot know.</summary>
    public IEnumerable<UnknownUse> Unknown => _unknown.Values;

    // A node is created by whichever side is read first: a call may name a function before the project that contains it has been
    // analyzed. Its title and place follow when its code is seen.
    /// <summary>Declares that the node is a function with code.</summary>
    public void Declare(string title, Location? place)
    {
        Title ??= title;
        Place ??= place;
    }

    /// <summary>Declares that only programs that contain an assembly reach the node.</summary>
    public void BelongTo(ISymbol symbol) => Assembly ??= (symbol as IAssemblySymbol ?? symbol.ContainingAssembly)?.Name;

    public void Add(GraphNode target, Location? place) => _edges.TryAdd(target, place);

    // "files.Label += text" calls two accessors at one place.
    public void Add(FoundCall call) => _calls.TryAdd((call.Tree.FilePath, call.Call.Span.Start, FunctionKey.From(call.Call.Callee)), call);

    public void Add(UnknownUse use) => _unknown.TryAdd((use.Reason, use.Place.SourceSpan.Start), use);
}
