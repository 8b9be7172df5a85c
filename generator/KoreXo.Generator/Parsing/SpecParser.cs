using KoreXo.Generator.Bundling;
using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.Generator.Overlays;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Parsing;

/// <summary>Parses the text of a document into its model. Every error in a document becomes a problem, never an exception.</summary>
internal static class SpecParser
{
    /// <summary>Parses a document that refers to no other file.</summary>
    public static ParseResult Parse(string filePath, string text, DocumentOptions options, CancellationToken cancellationToken) =>
        Parse(filePath, text, options, default, cancellationToken);

    public static ParseResult Parse(
        string filePath,
        string text,
        DocumentOptions options,
        EquatableArray<SpecPart> parts,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<SpecProblem>();
        try
        {
            var files = new SpecFiles(filePath, parts, problems, cancellationToken);
            var root = SpecText.Read(filePath, text, cancellationToken);
            OverlayReader.Apply(root, options.Overlays, files);
            if (SpecVersion.UnusableBecause(root) is { } reason)
            {
                problems.Add(Problem(SpecRules.NotOpenApi, root, "", reason));
                return Result(null, []);
            }

            var isSwagger = root["swagger"] is not null;

            // The checks look at the document as its author wrote it, so they come before the normal form replaces the words that they
            // look for. They come after bundling, because the other files are the author's words as well.
            PartBundler.Run(root, files);
            LeftoverCheck.Run(root, Report, cancellationToken);
            DynamicReferenceCheck.Run(root, Report, cancellationToken);
            var document = SpecDocument.From(filePath, root, problems, cancellationToken);
            var model = DocumentReader.Read(document, options, out var matched);
            if (isSwagger && problems.Count > 0)
            {
                problems = AsWritten(filePath, problems, SpecText.Read(filePath, text, cancellationToken));
            }

            return Result(model, matched);
        }
        catch (SpecFormatException fault)
        {
            problems.Add(
                new SpecProblem(
                    fault.IsTooLarge ? SpecRules.TooLarge : SpecRules.Unreadable,
                    filePath,
                    fault.Line,
                    fault.Column,
                    fault.Pointer,
                    Path.GetFileName(filePath),
                    fault.Message
                )
            );
        }

        return Result(null, []);

        ParseResult Result(DocumentModel? model, IEnumerable<string> matched)
        {
            if (LeftOutSummary.Of(problems) is { } summary)
            {
                problems.Add(summary);
            }

            return new(filePath, options, model, problems, new EquatableArray<string>(matched));
        }

        void Report(string rule, SpecNode node, string pointer, string first, string second) =>
            problems.Add(new SpecProblem(rule, node.Source ?? filePath, node.Line, node.Column, pointer, first, second));

        SpecProblem Problem(string rule, SpecNode at, string pointer, string message) =>
            new(rule, filePath, at.Line, at.Column, pointer, Path.GetFileName(filePath), message);
    }

    /// <summary>
    /// Converts locations to those that the author wrote: the normal form of Swagger 2.0 has other pointers. The document is only read
    /// again if it has a problem.
    /// </summary>
    private static List<SpecProblem> AsWritten(string filePath, List<SpecProblem> problems, SpecNode original)
    {
        var places = new SpecPlaces(original);
        return problems.ConvertAll(problem =>
            problem.Pointer.Length == 0 || problem.FilePath != filePath
                ? problem
                : problem with
                {
                    Pointer = places.PointerAt(problem.Line, problem.Column) ?? problem.Pointer,
                }
        );
    }
}
