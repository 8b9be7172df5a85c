using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

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
        if (SpecReader.Read(filePath, text, options.Overlays, parts, problems, cancellationToken) is not { } document)
        {
            return Result(null, []);
        }

        try
        {
            var model = DocumentReader.Read(document, options, out var matched);
            problems = SpecReader.AsWritten(document, text, problems);
            return Result(model, matched);
        }
        catch (SpecFormatException exception)
        {
            problems.Add(SpecProblem.From(filePath, exception));
            return Result(null, []);
        }

        ParseResult Result(DocumentModel? model, IEnumerable<string> matched)
        {
            if (LeftOutSummary.Of(problems) is { } summary)
            {
                problems.Add(summary);
            }

            return new(filePath, options, model, problems, new EquatableArray<string>(matched));
        }
    }
}
