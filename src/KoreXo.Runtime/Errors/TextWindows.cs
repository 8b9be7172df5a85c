namespace KoreXo.Runtime;

/// <summary>
/// An index of the substrings of a text, ignoring case: for nearly every value, one or two lookups show that the text does not contain it.
/// It is built once per text, so that a hundred thousand values cost no more than reading them.
/// </summary>
internal sealed class TextWindows
{
    /// <summary>How many leading characters of a value are compared.</summary>
    private const int Width = 6;

    private readonly HashSet<ulong> _seen = [];
    private readonly string _text;

    public TextWindows(string text)
    {
        _text = text;
        for (var at = 0; at < text.Length; at++)
        {
            var hash = Seed;
            foreach (var character in text.AsSpan(at, Math.Min(Width, text.Length - at)))
            {
                hash = Mix(hash, character);
                _seen.Add(hash);
            }
        }
    }

    private const ulong Seed = 14695981039346656037;

    /// <summary>Checks whether the text may contain a value, or end with its beginning.</summary>
    public bool MayHold(ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || !_seen.Contains(Hash(value[..Math.Min(Width, value.Length)])))
        {
            return false;
        }

        for (var at = Width; at < value.Length; at += Width)
        {
            if (!_seen.Contains(Hash(value.Slice(at, Math.Min(Width, value.Length - at)))))
            {
                return EndsWithBeginningOf(value);
            }
        }

        return true;
    }

    /// <summary>Computes a hash that ignores case.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var character in text)
        {
            hash = Mix(hash, character);
        }

        return hash;
    }

    private static ulong Mix(ulong hash, char character) => (hash ^ char.ToUpperInvariant(character)) * 1099511628211;

    private bool EndsWithBeginningOf(ReadOnlySpan<char> value)
    {
        var tail = _text.AsSpan(Math.Max(0, _text.Length - value.Length));
        var beginning = value[..Width];
        while (tail.IndexOf(beginning, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            tail = tail[at..];
            if (value.StartsWith(tail, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            tail = tail[1..];
        }

        return false;
    }
}
