using System.Text;

namespace KoreXo.Runtime;

/// <summary>
/// Redacts values in a body that may or may not be JSON and may be truncated. JSON stays valid JSON: member names, short numbers and
/// literals are not echoed values.
/// </summary>
internal static class BodyRedactor
{
    public static string Redact(string body, Redactor redactor)
    {
        if (redactor.IsEmpty || body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return redactor.Text(body);
        }

        var hidden = new StringBuilder(body.Length);
        string? name = null;
        var at = 0;
        while (at < body.Length)
        {
            var character = body[at];
            if (character == '"')
            {
                at = AppendString(hidden, body, at, redactor, ref name);
            }
            else if (char.IsLetterOrDigit(character) || character == '-')
            {
                at = AppendLiteral(hidden, body, at, redactor, name);
            }
            else
            {
                name = character is ',' or '{' or '[' ? null : name;
                hidden.Append(character);
                at++;
            }
        }

        return hidden.ToString();
    }

    private static int AppendString(StringBuilder hidden, string body, int quote, Redactor redactor, ref string? name)
    {
        var end = quote + 1;
        while (end < body.Length && body[end] != '"')
        {
            end += body[end] == '\\' ? 2 : 1;
        }

        var isWhole = end < body.Length;
        end = Math.Min(end, body.Length);
        var content = body[(quote + 1)..end];
        var isName = isWhole && body.AsSpan(end + 1).TrimStart() is [':', ..];
        hidden.Append('"').Append(isName ? redactor.Name(content) : redactor.Content(content, isCut: !isWhole));
        name = isName ? content : null;
        if (!isWhole)
        {
            return end;
        }

        hidden.Append('"');
        return end + 1;
    }

    private static int AppendLiteral(StringBuilder hidden, string body, int from, Redactor redactor, string? name)
    {
        var end = from + 1;
        while (end < body.Length && (char.IsLetterOrDigit(body[end]) || body[end] is '.' or '+' or '-'))
        {
            end++;
        }

        var literal = body[from..end];
        hidden.Append(redactor.HidesLiteral(literal, name) ? $"\"{Redactor.Mask}\"" : literal);
        return end;
    }
}
