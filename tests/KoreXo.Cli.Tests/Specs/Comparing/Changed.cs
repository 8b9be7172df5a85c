using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>Two versions of a document that differ by one edit, and the lines of the report about them.</summary>
internal static class Changed
{
    /// <summary>Returns a line for each change: its kind, subject and impact, what has changed, and the effect.</summary>
    /// <param name="document">The old version.</param>
    /// <param name="from">A part of it.</param>
    /// <param name="to">What the new version has instead.</param>
    public static IEnumerable<string> Lines(string document, string from, string to)
    {
        Assert.Equal(2, document.Split(from).Length);
        return DocumentComparer
            .Compare("shop.yaml", Read(document), Read(document.Replace(from, to, StringComparison.Ordinal)), default)
            .Select(static change => $"{change.Kind} {change.Subject} {change.Impact}: {change.What} | {change.Effect}");
    }

    private static SpecSource Read(string text) => SpecLoader.Read("shop.yaml", "shop.yaml", text, TextWriter.Null, default);
}
