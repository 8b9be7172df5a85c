namespace KoreXo.Naming;

/// <summary>
/// Names that are known, to find the one that was probably meant by another. Each search takes the same time however many names are known,
/// and little of it for each: a document or a manifest may have thousands of names that are wrong.
/// </summary>
internal sealed class SimilarNames
{
    /// <summary>
    /// Of more names, only so many are looked at that begin like the wrong one: a slip is rarely in the first letters.
    /// </summary>
    private const int MostCompared = 500;

    /// <summary>More letters than these are never taken for a slip.</summary>
    private const int MostLetters = 3;

    private readonly (string Name, string Folded, ulong Letters)[] _known;

    public SimilarNames(IEnumerable<string> known)
    {
        _known =
        [
            .. known
                .Distinct(StringComparer.Ordinal)
                .Select(static name => (Name: name, Folded: name.ToUpperInvariant()))
                .Select(static name => (name.Name, name.Folded, Letters(name.Folded))),
        ];
        Array.Sort(_known, static (left, right) => Compare(left.Folded, left.Name, right.Folded, right.Name));
    }

    /// <summary>Gives "; did you mean 'x'?" or nothing, to be put behind a message.</summary>
    public static string Hint(string name, IEnumerable<string> known) =>
        new SimilarNames(known).Closest(name) is { } meant ? $"; did you mean '{meant}'?" : "";

    /// <summary>
    /// Gives the other name that differs by case, or by at most a third of its letters, three at most; of several the closest.
    /// Letters that are added, left out, changed or swapped with their neighbor are counted.
    /// </summary>
    /// <returns><see langword="null"/> if there is none.</returns>
    public string? Closest(string name)
    {
        string? closest = null;
        var folded = name.ToUpperInvariant();
        var letters = Letters(folded);
        var most = Math.Min(MostLetters, Math.Max(1, name.Length / 3));
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new int[folded.Length + most + 2];
        }

        var first = Math.Max(0, Math.Min(Position(folded) - (MostCompared / 2), _known.Length - MostCompared));
        for (var i = first; i < Math.Min(_known.Length, first + MostCompared); i++)
        {
            var known = _known[i];
            if (
                Math.Abs(known.Folded.Length - folded.Length) > most
                || Bits(known.Letters ^ letters) > 2 * most
                || string.Equals(known.Name, name, StringComparison.Ordinal)
            )
            {
                continue;
            }

            // The order settles ties, so that every machine suggests the same.
            var distance = Distance(folded, known.Folded, most, rows);
            if (distance < most || (distance == most && (closest is null || string.CompareOrdinal(known.Name, closest) < 0)))
            {
                (closest, most) = (known.Name, distance);
            }
        }

        return closest;
    }

    private static int Compare(string folded, string name, string otherFolded, string other) =>
        string.CompareOrdinal(folded, otherFolded) is not 0 and var order ? order : string.CompareOrdinal(name, other);

    /// <summary>Which letters a name has: each change of a letter changes at most two of them.</summary>
    private static ulong Letters(string folded)
    {
        var letters = 0UL;
        foreach (var c in folded)
        {
            letters |= 1UL << (c & 63);
        }

        return letters;
    }

    private static int Bits(ulong letters)
    {
        var count = 0;
        for (; letters != 0; letters &= letters - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>Where a name would be among the known ones.</summary>
    private int Position(string folded)
    {
        var (low, high) = (0, _known.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_known[middle].Folded, folded) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Counts the changes from one name to another, as far as <paramref name="most"/>; above, gives one more.</summary>
    private static int Distance(string from, string to, int most, int[][] rows)
    {
        var (before, last, next) = (rows[0], rows[1], rows[2]);
        for (var j = 0; j <= to.Length; j++)
        {
            last[j] = j;
        }

        // Cells further from the diagonal than that are larger anyway.
        for (var i = 1; i <= from.Length; i++)
        {
            var (left, right) = (Math.Max(1, i - most), Math.Min(to.Length, i + most));
            next[left - 1] = left == 1 ? i : most + 1;
            var least = next[left - 1];
            for (var j = left; j <= right; j++)
            {
                var change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(last[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }

                least = Math.Min(least, next[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            next[right + 1] = most + 1;
            (before, last, next) = (last, next, before);
        }

        return Math.Min(last[to.Length], most + 1);
    }
}
