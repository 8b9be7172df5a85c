namespace KoreXo.Analyzers.Manifests;

/// <summary>Suggests the name that was probably meant.</summary>
internal static class NameSuggestion
{
    /// <summary>Returns "; did you mean 'x'?" to append to a message, or an empty string.</summary>
    public static string For(string name, IEnumerable<string> known) =>
        Closest(name, known) is { } meant ? $"; did you mean '{meant}'?" : "";

    /// <summary>Returns the known name that differs only by case or by a few letters.</summary>
    public static string? Closest(string name, IEnumerable<string> known)
    {
        string? closest = null;
        var least = Math.Min(3, Math.Max(1, name.Length / 3)) + 1;

        // Sorted to break ties, so that the suggestion is deterministic.
        foreach (var candidate in known.OrderBy(static candidate => candidate, StringComparer.Ordinal))
        {
            var distance = Math.Abs(candidate.Length - name.Length) < least ? Distance(Fold(name), Fold(candidate)) : least;
            if (distance < least)
            {
                (closest, least) = (candidate, distance);
            }
        }

        return closest;
    }

    private static string Fold(string name) => name.ToLowerInvariant();

    // Counts letters that are added, omitted, changed, or swapped with a neighbor.
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = Math.Max(i, j);
                if (i == 0 || j == 0)
                {
                    continue;
                }

                var change = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
