using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs;
using KoreXo.Generator.Binding;
using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Options;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.Simulator;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Calls.Documents;

/// <summary>The documents that the tool carries, and those of users.</summary>
internal static class CallDocuments
{
    private const string Suffix = ".openapi.yaml";

    /// <summary>Gets the names of the platform's areas, in alphabetical order.</summary>
    public static IReadOnlyList<string> Areas { get; } =
    [
        .. typeof(XoSimulator)
            .Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(static name => name[..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    // The documents of the simulator: one copy for both, so that a call and its simulation cannot differ.
    /// <summary>Reads the document of an area.</summary>
    public static CallDocument Read(string area)
    {
        using var reader = new System.IO.StreamReader(
            typeof(XoSimulator).Assembly.GetManifestResourceStream(area + Suffix)!,
            Encoding.UTF8
        );
        return Parse(area, area + Suffix, reader.ReadToEnd(), default);
    }

    /// <summary>Reads a document of the user.</summary>
    /// <exception cref="CommandException">The file cannot be read, or is not an OpenAPI document.</exception>
    public static CallDocument ReadFile(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return Parse("", path, text, ReferencedFiles.Read(path, text, CancellationToken.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--document '{path}' cannot be read: {FileProblem.Describe(path, exception)}", exception);
        }
    }

    private static CallDocument Parse(string name, string file, string text, EquatableArray<SpecPart> parts)
    {
        var client = CSharpName.Pascal(Path.GetFileName(file).Split('.')[0]) + "Client";
        var options = new DocumentOptions(null, client, null, default, default, "");
        var parsed = SpecParser.Parse(file, text, options, parts, CancellationToken.None);
        return parsed.Model is { } model
            ? new CallDocument(name, file, text, parts, model)
            : throw new CommandException(
                $"--document '{file}' has no operations that can be called:\n{string.Join('\n', parsed.Problems.Select(SpecDiagnostic.From).Where(static problem => problem.Severity == DiagnosticSeverity.Error).Select(ProblemText.From))}"
            );
    }
}
