namespace KoreXo.Cli.Specs.Surface;

/// <summary>The differences of two surfaces, by the keys of their members.</summary>
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

            // What is in a type that is new or gone says nothing more than the type itself.
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
