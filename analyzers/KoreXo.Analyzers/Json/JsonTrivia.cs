using KoreXo.OpenApi.Text;

namespace KoreXo.Analyzers.Json;

/// <summary>Skips what is between the tokens of a JSON document: white space and comments.</summary>
internal static class JsonTrivia
{
    /// <summary>Skips white space and comments that end on the same line; stops before the line break.</summary>
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
