using System.Collections.Immutable;

namespace KoreXo.Analyzers.Diagnostics;

/// <summary>Passes lists of strings from an analyzer to its code fixes in the properties of a diagnostic.</summary>
internal static class PropertyRecords
{
    public static ImmutableDictionary<string, string?> Write(
        ImmutableDictionary<string, string?> properties,
        string key,
        IEnumerable<ImmutableArray<string>> records
    )
    {
        var lines = records.Select(static fields => string.Join("\t", fields.Select(Escape))).Distinct(StringComparer.Ordinal);
        return properties.SetItem(key, string.Join("\n", lines));
    }

    public static IEnumerable<ImmutableArray<string>> Read(ImmutableDictionary<string, string?> properties, string key) =>
        properties.TryGetValue(key, out var text) && !string.IsNullOrEmpty(text)
            ? text!.Split('\n').Select(static line => line.Split('\t').Select(Unescape).ToImmutableArray())
            : [];

    private static string Escape(string text) => text.Replace("%", "%25").Replace("\t", "%09").Replace("\n", "%0A");

    private static string Unescape(string text) => text.Replace("%0A", "\n").Replace("%09", "\t").Replace("%25", "%");
}
