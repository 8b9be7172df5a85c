namespace KoreXo.OpenApi.Text;

/// <summary>Handles JSON pointers (RFC 6901), which identify locations in a document.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string token) => pointer + "/" + token.Replace("~", "~0").Replace("/", "~1");

    public static string Append(string pointer, int index) =>
        pointer + "/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static IEnumerable<string> Tokens(string pointer)
    {
        if (pointer.Length == 0)
        {
            yield break;
        }

        foreach (var token in pointer.Substring(1).Split('/'))
        {
            yield return token.Replace("~1", "/").Replace("~0", "~");
        }
    }

    /// <summary>Returns the pointer in a local <c>$ref</c> such as <c>#/components/schemas/Pet</c>; null for any other reference.</summary>
    public static string? FromReference(string reference)
    {
        if (!reference.StartsWith("#", StringComparison.Ordinal) || (reference.Length > 1 && reference[1] != '/'))
        {
            return null;
        }

        return reference.IndexOf('%') >= 0 ? Uri.UnescapeDataString(reference.Substring(1)) : reference.Substring(1);
    }

    /// <summary>Returns the last token of a pointer.</summary>
    public static string Name(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1).Replace("~1", "/").Replace("~0", "~");
}
