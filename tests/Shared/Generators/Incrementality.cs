using Microsoft.CodeAnalysis;
using Xunit;

namespace KoreXo.Testing.Generators;

/// <summary>Asserts about which steps of a generator ran, which CSharpSourceGeneratorTest does not track.</summary>
public static class Incrementality
{
    /// <summary>The compiler's own steps, which are new whenever it hands in a new object.</summary>
    private static readonly string[] Inputs =
    [
        "AdditionalTexts",
        "AnalyzerConfigOptions",
        "Compilation",
        "MetadataReferences",
        "ParseOptions",
    ];

    /// <summary>Every step gave what it gave before, and every output was taken from the cache.</summary>
    public static void AssertNothingRan(GeneratorRun run)
    {
        foreach (var step in run.Result.TrackedSteps.Keys.Except(Inputs, StringComparer.Ordinal))
        {
            Assert.All(run.Reasons(step), static reason => Assert.True(IsKept(reason)));
        }

        AssertNothingEmitted(run);
    }

    /// <summary>Steps may have run, but their results stopped before anything was emitted anew.</summary>
    public static void AssertNothingEmitted(GeneratorRun run) =>
        Assert.All(run.OutputReasons(), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

    private static bool IsKept(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
