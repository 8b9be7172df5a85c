using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-name</c>: what code calls a parameter or a member whose name on the wire says little.</summary>
internal static class XName
{
    private const string Word = "x-name";

    /// <summary>Returns the name that code uses: that of <c>x-name</c>, else the name on the wire.</summary>
    /// <param name="document">Receives what is wrong with the extension; the name on the wire is used then.</param>
    /// <param name="owner">The parameter, or the schema of the member.</param>
    /// <param name="pointer">Where the owner is.</param>
    /// <param name="wireName">The name on the wire.</param>
    public static string Read(SpecDocument document, SpecNode owner, string pointer, string wireName)
    {
        if (owner[Word] is not { } node)
        {
            return wireName;
        }

        if (node.Kind == SpecNodeKind.String && IsName(node.Text))
        {
            return node.Text;
        }

        document.Report(
            SpecRules.InvalidExtension,
            node,
            JsonPointer.Append(pointer, Word),
            Word,
            node.Kind != SpecNodeKind.String ? "it must be a string"
                : node.Text.Length == 0 ? "it must not be empty"
                : "it must be a letter followed by letters, digits and '_'"
        );
        return wireName;
    }

    private static bool IsName(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(IsNamePart);

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
