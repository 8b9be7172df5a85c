using KoreXo.Analyzers.CodeFixes.Declarations;
using KoreXo.Analyzers.CodeFixes.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>
/// Asks for fixes and applies them as an editor does, where the testing packages cannot: they fix no diagnostic that lies in an additional
/// file, and no project that was opened from disk.
/// </summary>
internal static class OfferedFixes
{
    /// <summary>Gets all fixes, in the order of the menu.</summary>
    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [new AddScopeFix(), new DeclareScopesFix(), new RenameScopeInAttributeFix(), new RenameScopeInManifestFix(), new RepairManifestFix()];

    /// <summary>Returns what is offered for a diagnostic, in the order of the menu.</summary>
    public static async Task<IReadOnlyList<CodeAction>> GetAsync(Project project, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = project.GetDocument(diagnostic.Location.SourceTree) is { } document
                ? new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
                : new CodeFixContext(
                    project.AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path),
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
}
