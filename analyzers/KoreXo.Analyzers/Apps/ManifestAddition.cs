using System.Collections.Immutable;
using KoreXo.Analyzers.Diagnostics;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes to add to one credential of one manifest.</summary>
internal sealed record ManifestAddition(string Path, string Kind, ImmutableArray<string> Scopes)
{
    /// <summary>
    /// Gets the resource to add them to, or <c>*</c> for every resource; <see langword="null"/> if the credential has one list for all.
    /// </summary>
    public string? Resource { get; init; }

    private const string Key = "KoreXo.ManifestAdditions";

    public static ImmutableDictionary<string, string?> Write(
        ImmutableDictionary<string, string?> properties,
        IEnumerable<ManifestAddition> additions
    ) =>
        PropertyRecords.Write(
            properties,
            Key,
            additions.Select(
                static ImmutableArray<string> (addition) => [addition.Path, addition.Kind, addition.Resource ?? "", .. addition.Scopes]
            )
        );

    public static ImmutableArray<ManifestAddition> Read(ImmutableDictionary<string, string?> properties) =>
        [
            .. PropertyRecords
                .Read(properties, Key)
                .Select(static fields => new ManifestAddition(fields[0], fields[1], fields.RemoveRange(0, 3))
                {
                    Resource = fields[2].Length == 0 ? null : fields[2],
                }),
        ];

    // A credential that the first addition creates for every resource has no place for one resource, and the next addition would be held
    // everywhere.
    /// <summary>Returns the additions to one manifest in the order in which they have to be applied.</summary>
    public static IEnumerable<ManifestAddition> InOrder(IEnumerable<ManifestAddition> additions) =>
        additions.OrderBy(static addition => addition.Resource is null);
}
