using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Generator.Binding;
using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Text;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Specs;

/// <summary>Reads documents as the generator does. A document that the generator would reject is not compared either.</summary>
internal static class SpecLoader
{
    /// <param name="file">The file; null for a document that does not exist, which counts as one without operations.</param>
    /// <param name="name">The name of the document, from which the client's name is derived on both sides.</param>
    /// <param name="overlays">The overlay files that are applied to the document first.</param>
    /// <param name="warnings">Receives the generator's warnings about parts that it ignores or does not take as written.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="CommandException">The document cannot be read, or no client can be generated from it.</exception>
    public static async Task<SpecSource> LoadAsync(
        string? file,
        string name,
        IReadOnlyList<string> overlays,
        TextWriter warnings,
        CancellationToken cancellationToken
    )
    {
        if (file is null)
        {
            return Read(name, name, "{\"openapi\":\"3.0.3\",\"paths\":{}}", warnings, cancellationToken) with
            {
                Places = new SpecPlaces(name, null),
            };
        }

        try
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            return Read(file, name, text, await ReadAllAsync(overlays, cancellationToken), warnings, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be read: {FileProblem.Describe(file, exception)}", exception);
        }
    }

    private static async Task<IReadOnlyList<SpecPart>> ReadAllAsync(IEnumerable<string> overlays, CancellationToken cancellationToken)
    {
        var parts = new List<SpecPart>();
        foreach (var overlay in overlays)
        {
            try
            {
                parts.Add(new SpecPart(Path.GetFullPath(overlay), await File.ReadAllTextAsync(overlay, cancellationToken)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"'{overlay}' cannot be read: {FileProblem.Describe(overlay, exception)}", exception);
            }
        }

        return parts;
    }

    /// <summary>Parses the text of a document.</summary>
    public static SpecSource Read(string file, string name, string text, TextWriter warnings, CancellationToken cancellationToken) =>
        Read(file, name, text, [], warnings, cancellationToken);

    private static SpecSource Read(
        string file,
        string name,
        string text,
        IReadOnlyList<SpecPart> overlays,
        TextWriter warnings,
        CancellationToken cancellationToken
    )
    {
        // Both versions get one client name, whatever their files are called. With the names of "crm-v1.yaml" and "crm-v2.yaml" every
        // member would differ in its first word.
        var client = CSharpName.Pascal(name.Split('.')[0]) + "Client";
        var options = new DocumentOptions(null, client, null, default, default, "")
        {
            Overlays = overlays.Select(static overlay => overlay.Path).ToArray(),
        };
        var parts = new EquatableArray<SpecPart>([.. overlays, .. ReferencedFiles.Read(file, text, cancellationToken)]);
        var result = SpecParser.Parse(file, text, options, parts, cancellationToken);
        var problems = result.Problems.Select(SpecDiagnostic.From).ToLookup(static problem => problem.Severity);
        if (problems[DiagnosticSeverity.Error].Any() || result.Model is null)
        {
            throw new CommandException(
                $"{file} cannot be compared because no client can be generated from it:\n{string.Join('\n', problems[DiagnosticSeverity.Error].Select(ProblemText.From))}"
            );
        }

        // Parts that are ignored or taken differently are not compared as written, so readers of the report must be warned.
        foreach (var problem in problems[DiagnosticSeverity.Warning].Concat(problems[DiagnosticSeverity.Info]))
        {
            warnings.WriteLine(ProblemText.From(problem));
        }

        return new SpecSource(result.Model, new SpecPlaces(file, SpecText.Read(file, text, cancellationToken)));
    }
}
