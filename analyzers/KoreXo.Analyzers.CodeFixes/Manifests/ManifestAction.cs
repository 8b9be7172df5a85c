using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>The actions that editors offer in an open manifest.</summary>
internal static class ManifestAction
{
    /// <summary>Offers to change the text of the manifest in every project that has it.</summary>
    public static void Register(CodeFixContext context, Diagnostic diagnostic, string title, Func<string, string> edit)
    {
        var document = context.TextDocument;
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                cancellation =>
                    ManifestDocuments.ChangeAsync(document.Project.Solution, document.FilePath ?? document.Name, edit, cancellation),
                title
            ),
            diagnostic
        );
    }
}
