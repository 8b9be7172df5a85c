using System.Globalization;
using KoreXo.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>Compares what was found with the marks.</summary>
public static class Findings
{
    /// <summary>Asserts that exactly the marked places are reported.</summary>
    /// <param name="project">The project.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="besides">Findings without a location that are expected too, by id.</param>
    /// <param name="except">Ids whose marks do not hold in this project.</param>
    public static void Verify(
        TestProject project,
        IEnumerable<Diagnostic> found,
        IEnumerable<string> besides,
        IReadOnlyCollection<string> except
    )
    {
        var expected = project
            .Sources.Concat(project.AdditionalFiles)
            .SelectMany(static file => file.Source.Spans.Select(mark => (file, mark)))
            .Where(entry => !except.Contains(entry.mark.Id!))
            .Select(static entry => $"{entry.mark.Id} {entry.file.FullPath}[{entry.mark.Span.Start}..{entry.mark.Span.End})")
            .Concat(besides.Select(static id => $"{id} nowhere"))
            .Order(StringComparer.Ordinal);
        var actual = found.Select(Describe).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            expected.SequenceEqual(actual.Select(static line => line.Split(": ")[0]), StringComparer.Ordinal),
            $"In {project.Name} expected:\n{string.Join("\n", expected)}\nbut found:\n{string.Join("\n", actual)}"
        );
    }

    /// <summary>Gets the message without the hint that ends each.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static string Words(Diagnostic diagnostic)
    {
        var (message, hint) = (diagnostic.GetMessage(CultureInfo.InvariantCulture), RuleHelp.Hint(diagnostic.Id));
        Assert.EndsWith(hint, message, StringComparison.Ordinal);
        return message[..^hint.Length];
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var place =
            diagnostic.Location == Location.None
                ? "nowhere"
                : $"{diagnostic.Location.GetLineSpan().Path}[{diagnostic.Location.SourceSpan.Start}..{diagnostic.Location.SourceSpan.End})";
        return $"{diagnostic.Id} {place}: {diagnostic.GetMessage()}";
    }
}
