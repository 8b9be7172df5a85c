namespace KoreXo.Analyzers.Json;

/// <summary>Steps over what stands between the tokens of a JSON text: blanks and comments.</summary>
internal static class JsonTrivia
{
    /// <summary>Gives the end of the comment that begins at <paramref name="at"/>.</summary>
    /// <returns><paramref name="at"/> itself if no comment begins there; -1 if the comment never ends.</returns>
    public static int CommentEnd(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
        {
            var end = text.IndexOfAny(['\r', '\n'], at);
            return end < 0 ? text.Length : end;
        }

        if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
        {
            var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? -1 : end + 2;
        }

        return at;
    }

    /// <summary>Steps over blanks and comments that end on the line where they begin; stops before the line break.</summary>
    public static int SkipOnLine(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            var end = CommentEnd(text, at);
            if (end <= at || text.IndexOf('\n', at, end - at) >= 0)
            {
                break;
            }

            at = end;
        }

        return at;
    }
}
