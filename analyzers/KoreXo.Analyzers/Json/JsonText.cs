using System.Globalization;
using System.Text;

namespace KoreXo.Analyzers.Json;

/// <summary>Formats JSON strings.</summary>
internal static class JsonText
{
    /// <summary>Quotes a string, and escapes only what must be escaped, so that the file stays readable.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(character);
                    break;
                case < ' ':
                    quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    quoted.Append(character);
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
