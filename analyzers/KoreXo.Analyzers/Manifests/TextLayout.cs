namespace KoreXo.Analyzers.Manifests;

/// <summary>Detects how the author of a document breaks and indents lines.</summary>
internal static class TextLayout
{
    public static string LineBreakBefore(string text, int at)
    {
        var end = text.LastIndexOf('\n', at);
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    public static string Indentation(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = start;
        while (end < at && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    // The indentation of the first indented line, which is a property of the manifest.
    public static string IndentationUnit(string text)
    {
        for (var at = text.IndexOf('\n'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\n', at + 1))
        {
            if (text[at + 1] is ' ' or '\t')
            {
                var end = at + 1;
                while (end < text.Length && text[end] is ' ' or '\t')
                {
                    end++;
                }

                return text.Substring(at + 1, end - at - 1);
            }
        }

        return "  ";
    }
}
