using System.Globalization;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs.Reading;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Reads a document twice, as the generator does and as NSwag does, and lists where the two differ.</summary>
/// <param name="File">The document.</param>
/// <param name="Facts">How many things were compared.</param>
/// <param name="Disagreements">Where the readers differ, in the order of the document.</param>
internal sealed record SpecCheck(string File, int Facts, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>Gets what somebody should look at.</summary>
    public IEnumerable<Disagreement> Unexplained => Disagreements.Where(static disagreement => disagreement.Reason is null);

    /// <exception cref="CommandException">The document cannot be read.</exception>
    public static async Task<SpecCheck> RunAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(file, await System.IO.File.ReadAllTextAsync(file, cancellationToken), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Checks the text of a document.</summary>
    public static async Task<SpecCheck> RunAsync(string file, string text, CancellationToken cancellationToken)
    {
        var root = Parse(file, text, cancellationToken);

        // YAML is read by us for both: NSwag's reader of YAML takes every plain scalar for a text.
        var json = NSwagText.Write(root);
        var written = root.Copy(source: null);
        var problems = new List<SpecProblem>();
        var document = SpecDocument.From(file, root, problems);
        if (problems.FindAll(static problem => problem.RuleId == SpecRules.BrokenReference) is { Count: > 0 } broken)
        {
            throw new CommandException(
                $"{file} cannot be checked, since NSwag reads no document with references that lead nowhere:\n{string.Join('\n', broken.Select(Text))}"
            );
        }

        var own = OwnReading.Read(document);
        var other = await NSwagReading.ReadAsync(file, json, cancellationToken);
        return new SpecCheck(file, own.All.Count, [.. ReadingComparer.Compare(file, written, document, own, other)]);
    }

    private static SpecNode Parse(string file, string text, CancellationToken cancellationToken)
    {
        try
        {
            var root = SpecText.Read(file, text, cancellationToken);
            return SpecVersion.UnusableBecause(root) is { } reason
                ? throw new CommandException($"{file} is not an OpenAPI document that can be used: {reason}")
                : root;
        }
        catch (SpecFormatException fault)
        {
            throw new CommandException(
                string.Create(CultureInfo.InvariantCulture, $"{file}({fault.Line + 1},{fault.Column + 1}): {fault.Message}"),
                fault
            );
        }
    }

    private static string Text(SpecProblem problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.FilePath}({problem.Line + 1},{problem.Column + 1}): '{problem.First}' {problem.Second} (at {problem.Pointer})"
        );
}
