namespace KoreXo.OpenApi.Text;

/// <summary>
/// Ensures well-formed Unicode. Escapes in a document can produce unpaired surrogates, which no encoding and no compiler accepts.
/// </summary>
internal static class WellFormedText
{
    public static string Of(string text)
    {
        var at = FirstLoneSurrogate(text, 0);
        if (at < 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        for (; at >= 0; at = FirstLoneSurrogate(text, at + 1))
        {
            characters[at] = '\uFFFD';
        }

        return new string(characters);
    }

    private static int FirstLoneSurrogate(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
