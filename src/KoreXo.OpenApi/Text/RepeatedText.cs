namespace KoreXo.OpenApi.Text;

/// <summary>Shares strings that a document repeats, such as the names of keywords.</summary>
internal sealed class RepeatedText
{
    private const int MaxLength = 32;
    private const int Slots = 1024;

    private readonly string?[] _texts = new string?[Slots];

    /// <summary>Returns a part of a string.</summary>
    public string Get(string source, int start, int length)
    {
        if (length > MaxLength)
        {
            return source.Substring(start, length);
        }

        var hash = 2_166_136_261;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash ^ source[i]) * 16_777_619;
        }

        // A cache with one string per slot: if two alternate in a slot, both are created again and again, which is no worse than without
        // it. It never grows, so a document of a million different names does not cost a table of them.
        ref var text = ref _texts[hash % Slots];
        if (text is null || text.Length != length || string.CompareOrdinal(text, 0, source, start, length) != 0)
        {
            text = source.Substring(start, length);
        }

        return text;
    }
}
