namespace KoreXo.Cli.Specs.Surface;

/// <summary>Compares two surfaces by the keys of their members.</summary>
internal static class SurfaceDiff
{
    public static IReadOnlyDictionary<string, SurfaceChange> Compare(
        IReadOnlyDictionary<string, SurfaceMember> old,
        IReadOnlyDictionary<string, SurfaceMember> @new
    )
    {
        var changes = new SortedDictionary<string, SurfaceChange>(StringComparer.Ordinal);
        foreach (var key in old.Keys.Union(@new.Keys, StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(key), @new.GetValueOrDefault(key));

            // Members of an added or removed type add nothing to the report on the type itself.
            if ((after ?? before)!.Owner is { } owner && old.ContainsKey(owner) != @new.ContainsKey(owner))
            {
                continue;
            }

            if (before is null || after is null || before.MustBeSet != after.MustBeSet || !before.IsSameAs(after))
            {
                changes.Add(key, new SurfaceChange(before, after));
            }
        }

        return changes;
    }
}
