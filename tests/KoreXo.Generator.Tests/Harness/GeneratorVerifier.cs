using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Harness;

/// <summary>Holds the generator to what every run of it has to keep, whatever the documents are.</summary>
internal static class GeneratorVerifier
{
    /// <summary>
    /// Asserts that exactly <paramref name="expected"/> is reported, in any order, that what is emitted compiles without a warning, and
    /// that a second run does nothing.
    /// </summary>
    /// <param name="documents">The documents.</param>
    /// <param name="expected">The diagnostics, as the build prints them.</param>
    /// <returns>The first run.</returns>
    public static async Task<GeneratorRun> VerifyGeneratorAsync(IReadOnlyList<TestDocument> documents, params string[] expected)
    {
        await new GeneratorTest(documents, expected).RunAsync();
        var run = GeneratorRun.Start(new KoreXoGenerator(), documents);
        Incrementality.AssertNothingRan(run.Again());
        return run;
    }

    public static Task<GeneratorRun> VerifyGeneratorAsync(TestDocument document, params string[] expected) =>
        VerifyGeneratorAsync([document], expected);
}
