using System.Collections.Concurrent;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Emitted files as text without indentation, for tests of a single member.</summary>
internal static class EmittedText
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratorRun>> Runs = new(StringComparer.Ordinal);

    /// <summary>Returns an emitted file of <c>Sample.SampleClient</c>, such as <c>Models</c>; each document is generated once.</summary>
    public static string Of(string document, string file)
    {
        var run = Runs.GetOrAdd(document, static text => new(() => Sample.Run(Sample.Client(text)))).Value;
        return string.Join('\n', run.Source($"Sample.{file}.g.cs").Split('\n').Select(static line => line.Trim()));
    }
}
