using System.Globalization;
using System.Text;
using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Creates C# literals. Every string of a document that becomes a literal goes through <see cref="Quote(string)"/>.</summary>
internal static class Literal
{
    public static string Quote(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    literal.Append('\\').Append(c);
                    break;
                case >= ' ' and <= '~':
                    literal.Append(c);
                    break;

                // Letters of any script stay readable in the emitted file. Everything else beyond ASCII is escaped: the line separator
                // U+2028 would end the literal, and a zero-width space in a path would be there without being seen.
                default:
                    literal.Append(char.IsLetter(c) ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    public static string Quote(string? text, string whenNull) => text is null ? whenNull : Quote(text);

    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the only value of a member or parameter.</summary>
    public static string Constant(string value, TypeRef type) =>
        type switch
        {
            TypeRef.Named named => $"new {TypeText.Of(named)}({Quote(value)})",
            TypeRef.Scalar { Kind: ScalarKind.Int64 } => value + "L",
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Boolean } => value,
            _ => Quote(value),
        };

    public static string Boolean(bool value) => value ? "true" : "false";
}
