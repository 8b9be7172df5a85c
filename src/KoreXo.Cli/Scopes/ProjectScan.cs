using System.Collections.Immutable;
using KoreXo.Analyzers;
using KoreXo.Analyzers.Rules;
using KoreXo.Cli.Solutions;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Scopes;

/// <summary>The analyzer's results for one project and one framework.</summary>
internal sealed class ProjectScan
{
    private ProjectScan(Project project, CallLog log, UnknownNeeds unknown, ImmutableArray<Diagnostic> diagnostics)
    {
        Name = project.Name;
        Log = log;
        Unknown = unknown;
        Diagnostics = diagnostics;
    }

    /// <summary>Gets the name of the project, including the framework if there are several.</summary>
    public string Name { get; }

    public CallLog Log { get; }

    public UnknownNeeds Unknown { get; }

    /// <summary>Gets the diagnostics of all rules, including suppressed ones, at the rules' default severities.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    private bool HoldsMoreThanItNeeds => Log.Project is { } project && project.Apps.Apps.Any(app => UnusedScopes.Of(app, project).Any());

    /// <summary>Gets the results for the projects it references; collected only if the app was granted more than it requires.</summary>
    public IReadOnlyList<ScopeProject> Libraries { get; private set; } = [];

    /// <summary>Analyzes every project that a command is about.</summary>
    public static async Task<IReadOnlyList<ProjectScan>> RunAllAsync(LoadedSolution solution, CancellationToken cancellationToken)
    {
        var scans = new Dictionary<ProjectId, ProjectScan>();
        foreach (var project in solution.Projects)
        {
            scans.Add(project.Id, await RunAsync(solution, project, cancellationToken));
        }

        IReadOnlyList<ProjectScan> all = [.. scans.Values];
        foreach (var project in solution.Projects.Where(project => scans[project.Id].HoldsMoreThanItNeeds))
        {
            // A scope that the app does not use itself may be used by a library that it references.
            var libraries = new List<ScopeProject>();
            foreach (var library in solution.ReferencedBy(project))
            {
                if (!scans.TryGetValue(library.Id, out var scan))
                {
                    scans.Add(library.Id, scan = await RunAsync(solution, library, cancellationToken));
                }

                libraries.AddRange(scan.Log.Project is { } known ? [known] : []);
            }

            scans[project.Id].Libraries = libraries;
        }

        return all;
    }

    public static async Task<ProjectScan> RunAsync(LoadedSolution solution, Project project, CancellationToken cancellationToken)
    {
        var compilation = await solution.CompileAsync(project, cancellationToken);
        var log = new CallLog();
        var unknown = new UnknownNeeds(() => log.Project);

        var diagnostics = await AnalyzerRun.DiagnoseAsync(
            compilation,
            project.AnalyzerOptions,
            [new ScopeAnalyzer(log), unknown],
            cancellationToken
        );
        return new ProjectScan(project, log, unknown, diagnostics);
    }
}
