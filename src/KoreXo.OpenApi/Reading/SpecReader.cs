using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Overlays;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Reading;

/// <summary>Reads documents, with their overlays and the files that they refer to. Whatever is wrong becomes a problem.</summary>
internal static class SpecReader
{
    /// <summary>Reads a document into its normal form; null if it cannot be used, which is among the problems.</summary>
    /// <param name="filePath">The path of the document.</param>
    /// <param name="text">Its content, in JSON or YAML.</param>
    /// <param name="overlays">The overlays that are applied to it, in order; each is one of the <paramref name="parts"/>.</param>
    /// <param name="parts">The files that the document may refer to.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static SpecDocument? Read(
        string filePath,
        string text,
        IReadOnlyList<string> overlays,
        EquatableArray<SpecPart> parts,
        List<SpecProblem> problems,
        CancellationToken cancellationToken
    ) =>
        ReadTree(filePath, text, overlays, parts, problems, cancellationToken) is { } root
            ? SpecDocument.From(filePath, root, problems, cancellationToken)
            : null;

    /// <summary>Reads a document that stands alone.</summary>
    public static SpecDocument? Read(string filePath, string text, List<SpecProblem> problems, CancellationToken cancellationToken) =>
        Read(filePath, text, [], default, problems, cancellationToken);

    /// <summary>Reads a document as its authors wrote it, in one tree; null if it cannot be used, which is among the problems.</summary>
    public static SpecNode? ReadTree(
        string filePath,
        string text,
        IReadOnlyList<string> overlays,
        EquatableArray<SpecPart> parts,
        List<SpecProblem> problems,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var files = new SpecFiles(filePath, parts, problems, cancellationToken);
            var root = SpecText.Read(filePath, text, cancellationToken);
            if (overlays.Count > 0)
            {
                // A YAML alias is one node in several places, and an action is meant for one of them.
                root = root.Copy(source: null);
                OverlayReader.Apply(root, overlays, files);
            }

            if (SpecVersion.UnusableBecause(root) is { } reason)
            {
                files.Report(SpecRules.NotOpenApi, root, "", Path.GetFileName(filePath), reason);
                return null;
            }

            // The checks look at the document as its author wrote it, so they come before the normal form replaces the words that they
            // look for. They come after bundling, because the other files are the author's words as well.
            PartBundler.Run(root, files);
            LeftoverCheck.Run(root, files, cancellationToken);
            DynamicReferenceCheck.Run(root, files, cancellationToken);
            KindCheck.Run(root, files, cancellationToken);
            return root;
        }
        catch (SpecFormatException exception)
        {
            problems.Add(SpecProblem.From(filePath, exception));
            return null;
        }
    }

    /// <summary>
    /// Converts locations to those that the author wrote: the normal form of Swagger 2.0 has other pointers. The document is only read
    /// again if it has a problem.
    /// </summary>
    public static List<SpecProblem> AsWritten(SpecDocument document, string text, List<SpecProblem> problems)
    {
        if (!document.IsSwagger || problems.Count == 0)
        {
            return problems;
        }

        var places = new SpecPlaces(SpecText.Read(document.FilePath, text, document.CancellationToken));
        return problems.ConvertAll(problem =>
            problem.Pointer.Length == 0 || problem.FilePath != document.FilePath
                ? problem
                : problem with
                {
                    Pointer = places.PointerAt(problem.Line, problem.Column) ?? problem.Pointer,
                }
        );
    }
}
