namespace KoreXo.Generator.Naming;

/// <summary>Finds the name that was probably meant by a misspelt one.</summary>
internal static class SimilarName
{
    /// <summary>Gives the known name that differs by case or by at most a third of its letters, three at most; null if none does.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = Math.Min(3, Math.Max(1, name.Length / 3)) + 1;

        // The order settles ties, so that every machine suggests the same.
        foreach (var candidate in known.OrderBy(static candidate => candidate, StringComparer.Ordinal))
        {
            if (
                Math.Abs(candidate.Length - name.Length) < least
                && Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant()) is var distance
                && distance < least
            )
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Counts letters added, left out or changed; two neighbours that are swapped count once.</summary>
    private static int Distance(string from, string to)
    {
        var (before, last, next) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                next[j] = Math.Min(Math.Min(last[j], next[j - 1]) + 1, last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, last, next) = (last, next, before);
        }

        return last[to.Length];
    }
}
