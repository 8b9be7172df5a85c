using System.Collections.Immutable;
using KoreXo.Analyzers.CodeFixes.Declarations;
using KoreXo.Analyzers.CodeFixes.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>Asks for code fixes and applies them, as an editor does.</summary>
public static class CodeFixes
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        new AddScopeFix(),
        new DeclareScopesFix(),
        new RenameScopeInAttributeFix(),
        new RenameScopeInManifestFix(),
        new RepairManifestFix(),
    ];

    /// <summary>Gives what is offered for a finding, in the order of the menu.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = project.GetDocument(diagnostic.Location.SourceTree) is { } document
                ? new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
                : new CodeFixContext(
                    AdditionalDocument(project, diagnostic),
                    diagnostic.Location.SourceSpan,
                    [diagnostic],
                    (action, _) => actions.Add(action),
                    CancellationToken.None
                );
            await provider.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
    }

    /// <summary>Applies an action wherever it is offered in a scope.</summary>
    public static async Task<Solution> FixAllAsync(Project project, Diagnostic diagnostic, FixAllScope scope, CodeAction action)
    {
        var provider = Providers.First(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));
        var document = project.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new FixAllContext(
            document,
            provider,
            scope,
            action.EquivalenceKey!,
            provider.FixableDiagnosticIds,
            new SolutionDiagnostics(),
            CancellationToken.None
        );
        var fix = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(fix!);
    }

    private static TextDocument AdditionalDocument(Project project, Diagnostic diagnostic) =>
        project.AdditionalDocuments.Single(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);

    private sealed class SolutionDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await TestSolution.AnalyzeAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        )
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await TestSolution.AnalyzeAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => (await TestSolution.AnalyzeAsync(project)).Where(static diagnostic => diagnostic.Location.SourceTree is null);
    }
}
