using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Graphs;

// Whoever revokes a scope relies on what the graph does not contain, so it may contain calls that cannot happen, but must not lack one
// that can. Precision is a matter of keys: all uses of a member that may run the same functions share a node, a joint, and each function
// that may run there hangs from it. The two sides need not know each other, and the order in which code is read does not matter:
//     client.Dispose()          →  joint "virtual IDisposable.Dispose of Client"
//     class Client { Dispose }  →  the same joint, and one for each base and interface
/// <summary>
/// The functions of a solution and those that each may run. The graph is an over-approximation: a virtual call leads to every override in
/// the solution, and a delegate to every function that is converted to a delegate of its type.
/// </summary>
internal sealed class CallGraph
{
    private readonly IReadOnlySet<string> _assemblies;
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntryPointKind, GraphNode, string, string, RouteTitle?), EntryPoint> _entryPoints = [];
    private readonly HashSet<(SyntaxTree Tree, TextSpan Span)> _dead = [];

    /// <param name="assemblies">The names of the assemblies whose code is in the graph; all others are foreign.</param>
    public CallGraph(IReadOnlySet<string> assemblies)
    {
        _assemblies = assemblies;
        Delegates = new DelegateJoints(this);
    }

    /// <summary>Gets the joints of delegates.</summary>
    public DelegateJoints Delegates { get; }

    /// <summary>Gets the entry points, each once for a program, even if several frameworks compile it.</summary>
    public IEnumerable<EntryPoint> EntryPoints =>
        _entryPoints.Values.SelectMany(Groups.Titled).DistinctBy(static entry => (entry.Kind, entry.Node, entry.Title, entry.Project));

    /// <summary>Gets the groups of routes that methods are given.</summary>
    public RouteGroups Groups { get; } = new();

    /// <summary>Gets all nodes.</summary>
    public IEnumerable<GraphNode> Nodes => _nodes.Values;

    /// <summary>Returns whether the code of a symbol is in the graph.</summary>
    public bool IsOurs(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && _assemblies.Contains(assembly.Name);

    public void Add(EntryPoint entry) => _entryPoints.TryAdd((entry.Kind, entry.Node, entry.Title, entry.Project, entry.Route), entry);

    /// <summary>Records code that never runs; where a file is compiled for several frameworks, in the one that is being read.</summary>
    public void AddDead(SyntaxNode code) => _dead.Add((code.SyntaxTree, code.Span));

    /// <summary>Returns whether code never runs.</summary>
    public bool IsDead(SyntaxNode code) =>
        _dead.Count > 0 && code.AncestorsAndSelf().Any(node => _dead.Contains((node.SyntaxTree, node.Span)));

    /// <summary>Gets the node of a member, lambda, or local function.</summary>
    public GraphNode Function(ISymbol member)
    {
        var node = Joint(FunctionKey.From(member));
        if (node.Title is null && IsOurs(member))
        {
            node.Declare(TitleOf(member), FunctionKey.Declared(member).Locations.FirstOrDefault(static place => place.IsInSource));
            node.BelongTo(member);
        }

        return node;
    }

    /// <summary>Gets the joint of a virtual or interface member, which leads to every member that may run in its place.</summary>
    /// <param name="member">The member.</param>
    /// <param name="receiver">
    /// The type of the expression that it is called on, which may narrow the choice: a loop disposes of its enumerator, and not of any
    /// other disposable.
    /// </param>
    public GraphNode Virtual(ISymbol member, ITypeSymbol? receiver = null) =>
        receiver is not INamedTypeSymbol
        || SymbolEqualityComparer.Default.Equals(receiver.OriginalDefinition, member.ContainingType?.OriginalDefinition)
            ? Joint("virtual " + FunctionKey.From(member))
            : Joint($"virtual {FunctionKey.From(member)} of {FunctionKey.From(receiver)}");

    /// <summary>
    /// Gets what a use of a member may run; <see langword="null"/> if its code is not in the graph and cannot be replaced.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="instance">What it is used on.</param>
    /// <param name="receiver">The type of that, where there is no operation for it.</param>
    public GraphNode? Target(ISymbol member, IOperation? instance, ITypeSymbol? receiver = null)
    {
        // "items.ForEach(action.Invoke)" is a delegate of a delegate.
        if (member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke })
        {
            return Delegates.Invoked(member.ContainingType);
        }

        var isVirtual = member.IsVirtual || member.IsAbstract || member.IsOverride;

        // "base.Run()" is not virtual, although Run is: it runs the one member that it names.
        if (isVirtual && instance?.Syntax is not BaseExpressionSyntax)
        {
            // The solution may implement an interface of a library.
            return Virtual(member, receiver ?? instance?.Type);
        }

        return IsOurs(member) ? Function(member) : null;
    }

    /// <summary>
    /// Gets the joint for the creation of an instance of a type, which leads to initializers and to members that others may call back.
    /// </summary>
    public GraphNode Instance(ITypeSymbol type) => Joint("instance " + FunctionKey.From(type));

    /// <summary>Gets the joint for what runs before the first use of a static member of a type.</summary>
    public GraphNode Static(ITypeSymbol type) => Joint("static " + FunctionKey.From(type));

    /// <summary>Gets the joint for the creation of a type by a container, including its dependencies.</summary>
    public GraphNode Created(ITypeSymbol type)
    {
        var node = Joint("created " + FunctionKey.From(type));
        node.BelongTo(type.OriginalDefinition);
        return node;
    }

    /// <summary>
    /// Gets the joint for the injection of a type by a container, which leads to the creation of every type that may be injected.
    /// </summary>
    public GraphNode Injected(ITypeSymbol type) => Joint("injected " + FunctionKey.From(type));

    /// <summary>Gets the joint for "new T()", which leads to the creation of every type that <see cref="AddNew"/> found.</summary>
    public GraphNode New => Joint("new");

    // Which "new T()" creates which of them is not traced.
    /// <summary>Records the types that a member or a type has for type parameters with the constraint "new()".</summary>
    public void AddNew(ISymbol symbol)
    {
        foreach (var type in CreatedTypes.Of(symbol).Where(IsOurs))
        {
            New.Add(CreatedByNew(type), place: null);
        }
    }

    /// <summary>Gets the joint for the creation of a type without arguments.</summary>
    public GraphNode CreatedByNew(INamedTypeSymbol type)
    {
        var created = Joint("new " + FunctionKey.From(type));
        created.Add(Instance(type), place: null);
        created.Add(Static(type), place: null);
        foreach (var constructor in type.InstanceConstructors.Where(static constructor => constructor.Parameters.IsEmpty))
        {
            created.Add(Function(constructor), place: null);
        }

        return created;
    }

    /// <summary>
    /// Gets the joints for what a container may create for a parameter, including what is in it: "IEnumerable&lt;IPlugin&gt;" or
    /// "Lazy&lt;IPlugin&gt;".
    /// </summary>
    public IEnumerable<GraphNode> InjectedFor(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => InjectedFor(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(InjectedFor).Prepend(Injected(named)),
            _ => [],
        };

    /// <summary>Gets a joint by its key.</summary>
    public GraphNode Joint(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes.Add(key, node = new GraphNode(key));
        }

        return node;
    }

    private static string TitleOf(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => $"lambda in {TitleOf(Around(member))}",
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => $"{member.Name} in {TitleOf(Around(member))}",
            IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName } => "top-level statements",
            _ => MemberName.Full(member),
        };

    private static ISymbol Around(ISymbol function)
    {
        var around = function.ContainingSymbol;
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            around = around.ContainingSymbol;
        }

        return around;
    }
}
