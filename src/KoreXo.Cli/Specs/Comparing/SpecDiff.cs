namespace KoreXo.Cli.Specs.Comparing;

/// <summary>All changes between two files, or two folders of documents.</summary>
internal sealed record SpecDiff(string Old, string New, IReadOnlyList<SpecChange> Changes)
{
    public bool IsBreaking => Changes.Any(static change => change.IsBreaking);

    public bool ChangesScopes => Changes.Any(static change => change.IsScopeChange);

    // A scope that is required in addition breaks no build and no signature, but an app has to be granted it before it updates. A patch
    // release is what people install without reading, so such a change is at least a minor one.
    /// <summary>
    /// Gets the part of the version number to increment for the next package, by Semantic Versioning; null if there are no changes.
    /// </summary>
    public string? Version =>
        Changes.Count == 0 ? null
        : IsBreaking ? "major"
        : ChangesScopes || Changes.Any(static change => change.Impact == Impact.Addition) ? "minor"
        : "patch";

    public static async Task<SpecDiff> CompareAsync(
        string old,
        string @new,
        IReadOnlyList<string> overlays,
        TextWriter warnings,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<SpecChange>();
        foreach (var pair in SpecPairs.Find(old, @new))
        {
            var before = await SpecLoader.LoadAsync(pair.Old, pair.Name, overlays, warnings, cancellationToken);
            var after = await SpecLoader.LoadAsync(pair.New, pair.Name, overlays, warnings, cancellationToken);
            changes.AddRange(DocumentComparer.Compare(pair.Name, before, after, cancellationToken));
        }

        return new SpecDiff(old, @new, changes);
    }
}
