using System.Collections.Immutable;
using KoreXo.Analyzers.Diagnostics;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes to add to one credential of one manifest.</summary>
internal sealed record ManifestAddition(string Path, string Kind, ImmutableArray<string> Scopes)
{
    private const string Key = "KoreXo.ManifestAdditions";

    public static ImmutableDictionary<string, string?> Write(
        ImmutableDictionary<string, string?> properties,
        IEnumerable<ManifestAddition> additions
    ) =>
        PropertyRecords.Write(
            properties,
            Key,
            additions.Select(static addition => addition.Scopes.Insert(0, addition.Kind).Insert(0, addition.Path))
        );

    public static ImmutableArray<ManifestAddition> Read(ImmutableDictionary<string, string?> properties) =>
        [
            .. PropertyRecords
                .Read(properties, Key)
                .Select(static fields => new ManifestAddition(fields[0], fields[1], fields.RemoveRange(0, 2))),
        ];
}
