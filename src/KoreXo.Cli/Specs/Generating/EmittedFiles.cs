using KoreXo.Cli.Outcomes;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Cli.Specs.Generating;

/// <summary>Emits the files that the compiler would emit for documents, by running the generator as the compiler does.</summary>
internal static class EmittedFiles
{
    /// <summary>Emits the files.</summary>
    /// <param name="documents">The documents, and the files that they refer to.</param>
    /// <param name="warnings">Receives the warnings of the generator.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The names of the files and their bytes, in order.</returns>
    /// <exception cref="CommandException">A document cannot be used.</exception>
    public static IReadOnlyList<(string Name, byte[] Content)> Emit(
        IReadOnlyList<DocumentText> documents,
        TextWriter warnings,
        CancellationToken cancellationToken
    )
    {
        var run = CSharpGeneratorDriver
            .Create([new KoreXoGenerator().AsSourceGenerator()], documents, optionsProvider: new ItemOptions())
            .RunGenerators(CSharpCompilation.Create("Emitted"), cancellationToken)
            .GetRunResult()
            .Results.Single();
        if (run.Exception is { } crash)
        {
            throw new InvalidOperationException(crash.Message, crash);
        }

        var errors = run
            .Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(ProblemText.From)
            .ToList();
        if (errors.Count > 0)
        {
            throw new CommandException($"Nothing was generated:\n{string.Join('\n', errors)}");
        }

        foreach (var diagnostic in run.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning))
        {
            warnings.WriteLine(ProblemText.From(diagnostic));
        }

        return
        [
            .. run
                .GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal)
                .Select(static source => (source.HintName, Bytes(source.SourceText))),
        ];
    }

    // As the compiler writes its files: in the encoding of the text, with its mark.
    private static byte[] Bytes(Microsoft.CodeAnalysis.Text.SourceText text)
    {
        using var content = new MemoryStream();
        using (var writer = new StreamWriter(content, text.Encoding!))
        {
            text.Write(writer);
        }

        return content.ToArray();
    }
}
