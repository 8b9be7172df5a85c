using System.Globalization;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Reads a document twice, as the generator does and as NSwag does, and lists the differences.</summary>
/// <param name="File">The document.</param>
/// <param name="Facts">The number of compared facts.</param>
/// <param name="Disagreements">The differences, in document order.</param>
internal sealed record SpecCheck(string File, int Facts, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>Gets the differences that have to be examined.</summary>
    public IEnumerable<Disagreement> Unexplained => Disagreements.Where(static disagreement => disagreement.Reason is null);

    /// <exception cref="CommandException">The document cannot be read.</exception>
    public static async Task<SpecCheck> RunAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(file, await System.IO.File.ReadAllTextAsync(file, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be read: {FileProblem.Describe(file, exception)}", exception);
        }
    }

    /// <summary>Checks the content of a document.</summary>
    public static async Task<SpecCheck> RunAsync(string file, string text, CancellationToken cancellationToken)
    {
        var problems = new List<SpecProblem>();
        var parts = ReferencedFiles.Read(file, text, cancellationToken);
        var root =
            SpecReader.ReadTree(file, text, [], parts, problems, cancellationToken) ?? throw new CommandException(Refusal(problems[^1]));

        // The generator's YAML reader is used for both, since NSwag's treats every plain scalar as a string.
        var json = NSwagText.Write(root);
        var written = root.Copy(source: null);
        var document = SpecDocument.From(file, root, problems, cancellationToken);
        if (problems.FindAll(static problem => problem.RuleId == SpecRules.BrokenReference) is { Count: > 0 } broken)
        {
            throw new CommandException(
                $"{file} cannot be checked: NSwag reads no document with broken references:\n{string.Join('\n', broken.Select(Text))}"
            );
        }

        var own = OwnReading.Read(document);
        var other = await NSwagReading.ReadAsync(file, json, cancellationToken);
        return new SpecCheck(file, own.All.Count, [.. ReadingComparer.Compare(file, written, document, own, other)]);
    }

    private static string Refusal(SpecProblem problem) =>
        problem.RuleId == SpecRules.NotOpenApi
            ? $"{problem.FilePath} is not an OpenAPI document that can be used: {problem.Second}"
            : string.Create(CultureInfo.InvariantCulture, $"{problem.FilePath}({problem.Line + 1},{problem.Column + 1}): {problem.Second}");

    private static string Text(SpecProblem problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.FilePath}({problem.Line + 1},{problem.Column + 1}): '{problem.First}' {problem.Second} (at {problem.Pointer})"
        );
}
