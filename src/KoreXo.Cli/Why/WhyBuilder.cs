using KoreXo.Analyzers.Members;
using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Why;

/// <summary>Builds the report from the call graph of a solution.</summary>
internal sealed class WhyBuilder(LoadedSolution solution, SolutionGraph built)
{
    /// <summary>Reads the code of a solution and of the projects that it references.</summary>
    public static async Task<WhyReport> BuildAsync(LoadedSolution solution, CancellationToken cancellationToken) =>
        new WhyBuilder(solution, await SolutionGraph.BuildAsync(solution, cancellationToken)).Build();

    public WhyReport Build()
    {
        var reached = new HashSet<GraphNode>();
        var entries = new List<WhyEntry>();
        foreach (var entry in built.Graph.EntryPoints)
        {
            // Each entry point has its own search, although they share most of the graph: the ways are different for each, and a report
            // is read one entry point at a time.
            var chains = built.From(entry);
            reached.UnionWith(chains.Reached);
            if (Entry(entry, chains) is { } row)
            {
                entries.Add(row);
            }
        }

        var unreached = built
            .Graph.Nodes.Where(node => !reached.Contains(node))
            .SelectMany(node => node.Calls.Select(call => Call(call, [])));
        return new WhyReport(
            solution.Name,
            built.Projects,
            [
                .. entries
                    .OrderBy(static entry => entry.Kind)
                    .ThenBy(static entry => entry.Project, StringComparer.Ordinal)
                    .ThenBy(static entry => entry.Place?.File, StringComparer.Ordinal)
                    .ThenBy(static entry => entry.Place?.Line)
                    .ThenBy(static entry => entry.Title, StringComparer.Ordinal),
            ],
            [.. Ordered(unreached)]
        );
    }

    private WhyEntry? Entry(EntryPoint entry, Chains chains)
    {
        var calls = chains
            .Reached.SelectMany(node => node.Calls.Select(call => Call(call, chains.To(node, Location.Create(call.Tree, call.Call.Span)))))
            .ToList();
        var unknown = chains
            .Reached.SelectMany(node => node.Unknown.Select(use => Unknown(use, chains.To(node, use.Place))))
            .OrderBy(static use => use.Place.File, StringComparer.Ordinal)
            .ThenBy(static use => use.Place.Line)
            .ToList();
        if (calls.Count + unknown.Count == 0)
        {
            return null;
        }

        var scopes = calls
            .SelectMany(static call => call.Needs)
            .SelectMany(static need => need.All)
            .Concat(unknown.SelectMany(static use => use.Scopes))
            .Distinct()
            .OrderBy(static scope => scope.Scope, StringComparer.Ordinal)
            .ThenBy(static scope => scope.Credential, StringComparer.Ordinal)
            .ThenBy(static scope => scope.Resource, StringComparer.Ordinal);
        return new WhyEntry(entry.Kind, entry.Title, entry.Project, Place(entry.Place), [.. scopes], [.. Ordered(calls)], unknown);
    }

    private static IEnumerable<WhyCall> Ordered(IEnumerable<WhyCall> calls) =>
        calls
            .OrderBy(static call => call.Place.File, StringComparer.Ordinal)
            .ThenBy(static call => call.Place.Line)
            .ThenBy(static call => call.Place.Column);

    private WhyCall Call(FoundCall found, List<(GraphNode Function, Location? Place)> chain) =>
        new(
            MemberName.Full(found.Call.Callee),
            Place(Location.Create(found.Tree, found.Call.Span))!,
            [.. found.Call.Need.All.Select(ReportedNeed.From)],
            Steps(chain)
        );

    private WhyUnknown Unknown(UnknownUse use, List<(GraphNode Function, Location? Place)> chain) =>
        new(use.Reason, Place(use.Place)!, use.Scopes, Steps(chain));

    private List<WhyStep> Steps(List<(GraphNode Function, Location? Place)> chain) =>
        [.. chain.Select(step => new WhyStep(step.Function.Title!, Place(step.Place)))];

    private WhyPlace? Place(Location? location)
    {
        if (location?.SourceTree is not { } tree)
        {
            return null;
        }

        // Mapped, so that code in a Razor file is found there and not in the C# that was generated from it.
        var position = location.GetMappedLineSpan();
        return new WhyPlace(solution.Tell(tree, position), position.StartLinePosition.Line + 1, position.StartLinePosition.Character + 1);
    }
}
