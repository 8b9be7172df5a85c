using KoreXo.OpenApi.Text;

namespace KoreXo.Analyzers.Json;

/// <summary>Steps over what stands between the tokens of a JSON text: blanks and comments.</summary>
internal static class JsonTrivia
{
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

            var end = JsonScanner.CommentEnd(text, at);
            if (end <= at || text.IndexOf('\n', at, end - at) >= 0)
            {
                break;
            }

            at = end;
        }

        return at;
    }
}
