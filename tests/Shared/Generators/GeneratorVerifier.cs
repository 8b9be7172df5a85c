using Microsoft.CodeAnalysis;
using Xunit;

namespace KoreXo.Testing.Generators;

/// <summary>Holds a generator to what every run of it has to keep, whatever the documents are.</summary>
public static class GeneratorVerifier<TGenerator>
    where TGenerator : IIncrementalGenerator, new()
{
    /// <summary>
    /// Runs the generator twice. The first run must report exactly <paramref name="expected"/>, in any order, and what it emits must
    /// compile without a warning; the second must do nothing.
    /// </summary>
    /// <param name="documents">The documents.</param>
    /// <param name="expected">The diagnostics, as the build prints them.</param>
    /// <returns>The first run.</returns>
    public static Task<GeneratorRun> VerifyGeneratorAsync(IReadOnlyList<TestDocument> documents, params string[] expected)
    {
        var run = GeneratorRun.Start(new TGenerator(), documents);
        Assert.Null(run.Result.Exception);
        Assert.Equal(Lines(expected), Lines(run.Diagnostics));
        EmittedCode.AssertCompiles(run.Compilation);
        Incrementality.AssertNothingRan(run.Again());
        return Task.FromResult(run);
    }

    public static Task<GeneratorRun> VerifyGeneratorAsync(TestDocument document, params string[] expected) =>
        VerifyGeneratorAsync([document], expected);

    private static string Lines(IEnumerable<string> diagnostics) => string.Join('\n', diagnostics.Order(StringComparer.Ordinal));
}
