using System.Collections.Immutable;

namespace KoreXo.Analyzers.Apps;

/// <summary>Scopes that would be added to one credential of one manifest. Travels to the code fixes in the properties of a diagnostic.</summary>
internal sealed record ManifestAddition(string Path, string Kind, ImmutableArray<string> Scopes)
{
    private const string Key = "KoreXo.ManifestAdditions";

    public static ImmutableDictionary<string, string?> Encode(IEnumerable<ManifestAddition> additions)
    {
        var lines = additions.Select(static addition => string.Join("\t", addition.Scopes.Insert(0, addition.Kind).Insert(0, addition.Path).Select(Escape)));
        return ImmutableDictionary<string, string?>.Empty.Add(Key, string.Join("\n", lines.Distinct(StringComparer.Ordinal)));
    }

    public static ImmutableArray<ManifestAddition> Decode(ImmutableDictionary<string, string?> properties)
    {
        if (!properties.TryGetValue(Key, out var text) || string.IsNullOrEmpty(text))
        {
            return [];
        }

        return [.. text!.Split('\n')
            .Select(static line => line.Split('\t').Select(Unescape).ToImmutableArray())
            .Select(static fields => new ManifestAddition(fields[0], fields[1], fields.RemoveRange(0, 2)))];
    }

    private static string Escape(string text) => text.Replace("%", "%25").Replace("\t", "%09").Replace("\n", "%0A");

    private static string Unescape(string text) => text.Replace("%0A", "\n").Replace("%09", "\t").Replace("%25", "%");
}
