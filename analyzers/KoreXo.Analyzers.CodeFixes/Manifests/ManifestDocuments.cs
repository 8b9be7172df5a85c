using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>Finds and changes manifests in a solution. One file may belong to several projects, or to one project more than once.</summary>
internal static class ManifestDocuments
{
    public static IEnumerable<TextDocument> At(Solution solution, string path) =>
        solution
            .Projects.SelectMany(static project => project.AdditionalDocuments)
            .Where(document => (document.FilePath ?? document.Name) == path);

    /// <summary>Renames or moves a file, in the project that contains it.</summary>
    public static async Task<Solution> MoveAsync(TextDocument document, string name, string path, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var solution = document.Project.Solution.RemoveAdditionalDocument(document.Id);
        return solution.AddAdditionalDocument(DocumentId.CreateNewId(document.Project.Id), name, text, filePath: path);
    }

    /// <summary>Applies the same change to a manifest in every project that contains it.</summary>
    public static async Task<Solution> ChangeAsync(
        Solution solution,
        string path,
        Func<string, string> edit,
        CancellationToken cancellationToken
    )
    {
        SourceText? changed = null;
        foreach (var document in At(solution, path).ToList())
        {
            if (changed is null)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

                // The encoding carries whether the file has a byte order mark.
                changed = SourceText.From(edit(text.ToString()), text.Encoding, text.ChecksumAlgorithm);
            }

            solution = solution.WithAdditionalDocumentText(document.Id, changed);
        }

        return solution;
    }
}
