using KoreXo.Analyzers;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Why;

/// <summary>The call graph of a solution, with the scoped calls in it.</summary>
internal sealed class SolutionGraph
{
    private readonly ProgramParts _parts;

    private SolutionGraph(CallGraph graph, ProgramParts parts, IReadOnlyList<string> projects)
    {
        Graph = graph;
        _parts = parts;
        Projects = projects;
    }

    public CallGraph Graph { get; }

    /// <summary>Gets the names of the assemblies in the graph.</summary>
    public IReadOnlyList<string> Projects { get; }

    /// <summary>Returns the paths from an entry point to all that it reaches.</summary>
    public Chains From(EntryPoint entry) => new(entry.Node, _parts.Absent(entry.Project));

    /// <summary>Reads the code of a solution and of the projects that it references.</summary>
    public static async Task<SolutionGraph> BuildAsync(LoadedSolution solution, CancellationToken cancellationToken)
    {
        var compilations = new List<(Project Project, Compilation Compilation)>();
        foreach (var project in Projects(solution))
        {
            var compilation = await solution.CompileAsync(project, cancellationToken);
            if (!DefinesScopes(compilation))
            {
                compilations.Add((project, compilation));
            }
        }

        return await BuildAsync([.. compilations.Select(entry => (entry.Compilation, entry.Project.AnalyzerOptions))], cancellationToken);

        static IEnumerable<Project> Projects(LoadedSolution solution) =>
            solution
                .Projects.Concat(solution.Projects.SelectMany(solution.ReferencedBy))
                .DistinctBy(static project => project.Id)
                .OrderBy(static project => project.Name, StringComparer.Ordinal);
    }

    /// <summary>Builds the graph of compilations that reference each other.</summary>
    public static async Task<SolutionGraph> BuildAsync(
        IReadOnlyList<(Compilation Compilation, AnalyzerOptions Options)> compilations,
        CancellationToken cancellationToken
    )
    {
        var names = compilations.Select(static entry => entry.Compilation.AssemblyName ?? "").ToHashSet(StringComparer.Ordinal);
        var graph = new CallGraph(names);

        // The public members of a library are entry points only if no program of the solution references it. If one does, what it uses of
        // the library is reached from its own entry points, and a member that nobody calls is dead code rather than a reason for a scope.
        var used = compilations
            .Where(static entry => entry.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            .SelectMany(static entry => entry.Compilation.ReferencedAssemblyNames)
            .Select(static reference => reference.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (compilation, options) in compilations)
        {
            var isLibrary = compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
            var log = new CallLog();
            await AnalyzerRun.DiagnoseAsync(
                compilation,
                options,
                [new ScopeAnalyzer(log), new CallGraphAnalyzer(graph, isLibrary && !used.Contains(compilation.AssemblyName ?? ""))],
                cancellationToken
            );
            foreach (var call in log.Calls.Where(call => !graph.IsDead(call.Call.Syntax) && !IsFollowed(graph, call.Call.Callee)))
            {
                Node(graph, call).Add(call);
            }
        }

        var parts = new ProgramParts(compilations.Select(static entry => entry.Compilation));
        return new SolutionGraph(graph, parts, [.. names.Order(StringComparer.Ordinal)]);
    }

    // An override in the solution that only inherits its requirement, such as that of a fake, needs what its own code calls.
    private static bool IsFollowed(CallGraph graph, ISymbol callee)
    {
        if (!graph.IsOurs(callee))
        {
            return false;
        }

        for (var declared = callee; declared is not null and not INamespaceSymbol; declared = declared.ContainingSymbol)
        {
            if (Requirement.Own(declared) is not null)
            {
                return false;
            }
        }

        return (callee as IMethodSymbol)?.AssociatedSymbol is not { } whole || Requirement.Own(whole) is null;
    }

    private static GraphNode Node(CallGraph graph, FoundCall call) =>
        call switch
        {
            { Call.Function.Function: { } function } => graph.Function(function),
            { Caller: INamedTypeSymbol type } => graph.Instance(type),
            _ => graph.Function(call.Caller),
        };

    // The runtime itself, if it is a project rather than a package: every call of every client goes through it.
    private static bool DefinesScopes(Compilation compilation) =>
        compilation.Assembly.GetTypeByMetadataName("KoreXo." + ScopeAttributes.RequiresScopes) is not null
        && compilation.Assembly.GetTypeByMetadataName("KoreXo.Runtime.ApiConnection") is not null;
}
