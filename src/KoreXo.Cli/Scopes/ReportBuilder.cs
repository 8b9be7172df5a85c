using System.Globalization;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Rules;
using KoreXo.Cli.Solutions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Scopes;

/// <summary>Merges the results of all projects and frameworks: a file that several of them compile is reported once.</summary>
internal sealed class ReportBuilder(LoadedSolution solution, IReadOnlyList<ProjectScan> scans)
{
    /// <summary>Analyzes every project of a solution.</summary>
    public static async Task<ScopeReport> BuildAsync(LoadedSolution solution, CancellationToken cancellationToken) =>
        new ReportBuilder(solution, await ProjectScan.RunAllAsync(solution, cancellationToken)).Build();

    public ScopeReport Build()
    {
        var calls = Calls();
        var manifests = ManifestScan.All(scans);
        var apps = manifests.Select(manifest => App(manifest, calls)).ToList();
        return new ScopeReport(
            solution.Name,
            [.. scans.Select(static scan => scan.Name)],
            apps,
            calls,
            [.. scans.SelectMany(static scan => scan.Unknown.Calls).Select(Place).Distinct()],
            Libraries(),
            Findings(manifests)
        );
    }

    // A file that is linked into two projects, or compiled for two frameworks, has each of its calls several times. They are one row if
    // they are the same member at the same place with the same needs: "files.Label += text" runs two accessors. Their verdicts may differ,
    // because each project has its own manifest and its own guards under #if; the worst one counts for an app.
    private List<ReportedCall> Calls()
    {
        var found = scans
            .SelectMany(scan => scan.Log.Calls.Select(call => (scan.Name, Call: Call(call, scan))))
            .GroupBy(static entry =>
                (entry.Call.Member, entry.Call.File, entry.Call.Line, entry.Call.Column, ReportedNeed.Key(entry.Call.Needs))
            );
        return
        [
            .. found
                .Select(static same =>
                    same.First().Call with
                    {
                        Projects = [.. same.Select(static entry => entry.Name).Distinct(StringComparer.Ordinal)],
                        Verdicts =
                        [
                            .. same.SelectMany(static entry => entry.Call.Verdicts)
                                .GroupBy(static verdict => verdict.App, StringComparer.Ordinal)
                                .Select(static verdicts => verdicts.MaxBy(static verdict => verdict.State)!),
                        ],
                    }
                )
                .OrderBy(static call => call.File, StringComparer.Ordinal)
                .ThenBy(static call => call.Line)
                .ThenBy(static call => call.Column),
        ];
    }

    private ReportedCall Call(FoundCall found, ProjectScan scan)
    {
        var position = found.Tree.GetMappedLineSpan(found.Call.Span);
        var callers = found.Project.Callers;
        var apps = found.Project.Apps.BoundTo(callers.Apps(found.Call.Function, found.Caller));
        var judge = new CallJudge(found, scan.Diagnostics);
        return new ReportedCall(
            Analyzers.Members.MemberName.Full(found.Call.Callee),
            solution.Tell(found.Tree, position),
            position.StartLinePosition.Line + 1,
            position.StartLinePosition.Character + 1,
            [],
            [.. found.Call.Need.All.Select(ReportedNeed.From)],
            [.. apps.Select(judge.Judge)]
        );
    }

    private ReportedApp App(ManifestScan manifest, List<ReportedCall> calls)
    {
        var app = new ReportedApp(
            manifest.App.Name,
            solution.Tell(manifest.App.File.Path),
            [
                .. manifest.App.File.Manifest.Credentials.SelectMany(static credential =>
                    credential.Scopes.Select(entry => new ScopeOnCredential(credential.Kind, entry.Scope, entry.Resource))
                ),
            ],
            [],
            [
                .. manifest.Unused.Select(static unused => new ScopeOnCredential(
                    unused.Credential.Kind,
                    unused.Entry.Scope,
                    unused.Entry.Resource
                )),
            ]
        )
        {
            Projects = [.. scans.Where(scan => Uses(scan, manifest)).Select(static scan => scan.Name).Distinct(StringComparer.Ordinal)],
        };
        return app with
        {
            Missing =
            [
                .. calls
                    .Select(app.Verdict)
                    .OfType<AppVerdict>()
                    .Where(static verdict => verdict.State == CallState.Missing)
                    .SelectMany(static verdict => verdict.Lacks)
                    .Distinct()
                    .OrderBy(static lack => lack.Credential, StringComparer.Ordinal)
                    .ThenBy(static lack => lack.Scope, StringComparer.Ordinal)
                    .ThenBy(static lack => lack.Resource, StringComparer.Ordinal),
            ],
        };
    }

    private static bool Uses(ProjectScan scan, ManifestScan manifest) =>
        scan.Log.Project?.Apps.Apps.Any(app => app.File.Path == manifest.App.File.Path) == true;

    private List<ReportedLibrary> Libraries() =>
        [
            .. scans
                .Where(static scan =>
                    scan.Log.Project is { IsLibrary: true, Apps.Files.IsEmpty: true } project && project.Uses.Needed.Any()
                )
                .Select(static scan => new ReportedLibrary(
                    scan.Name,
                    [.. scan.Log.Project!.Uses.Needed.Select(static name => ScopeOnCredential.From(null, name))]
                )),
        ];

    private List<Finding> Findings(IReadOnlyList<ManifestScan> manifests)
    {
        var live = scans
            .SelectMany(static scan => scan.Diagnostics)
            .Where(static diagnostic => !diagnostic.IsSuppressed && diagnostic.Id is not ScopeRules.UnusedScopeId)
            .Select(diagnostic => Finding(diagnostic.Descriptor, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.Location));
        var unused = manifests.SelectMany(manifest =>
            manifest.Unused.Select(entry =>
                Finding(
                    ScopeRules.UnusedScope,
                    string.Format(
                        CultureInfo.InvariantCulture,
                        ScopeRules.UnusedScope.MessageFormat.ToString(CultureInfo.InvariantCulture),
                        manifest.App.Name,
                        UnusedScopes.Quote(entry.Credential, entry.Entry)
                    ),
                    manifest.App.File.Locate(entry.Entry.Range)
                )
            )
        );
        return
        [
            .. live.Concat(unused)
                .Distinct()
                .OrderBy(static finding => finding.File, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Span.Start)
                .ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
        ];
    }

    private Finding Finding(DiagnosticDescriptor rule, string message, Location location)
    {
        var position = location.GetMappedLineSpan();
        return string.IsNullOrEmpty(position.Path)
            ? new Finding(rule, message, null, default)
            : new Finding(rule, message, solution.Tell(location.SourceTree, position), position.Span);
    }

    private ReportedPlace Place((string Member, SyntaxTree Tree, TextSpan Span) call)
    {
        var position = call.Tree.GetMappedLineSpan(call.Span);
        return new ReportedPlace(call.Member, solution.Tell(call.Tree, position), position.StartLinePosition.Line + 1);
    }
}
