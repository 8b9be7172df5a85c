using System.Text;
using KoreXo.Generator.Model;
using KoreXo.OpenApi;

namespace KoreXo.Generator.Binding;

/// <summary>Splits a path into literal text and the names of the parameters in between.</summary>
internal static class PathTemplate
{
    private const string Allowed = "/-._~!$&'()*+,;=:@%?";

    public static EquatableArray<PathPart> Read(string path)
    {
        var parts = new List<PathPart>();

        // What follows '#' tells paths apart that are one address, and is never sent.
        var end = path.IndexOf('#', path.LastIndexOf('}') + 1);
        var rest = end < 0 ? path : path.Substring(0, end);
        rest = rest.StartsWith("/", StringComparison.Ordinal) ? rest : "/" + rest;
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{');
            var close = open < 0 ? -1 : rest.IndexOf('}', open);
            if (close < 0)
            {
                Add(parts, rest);
                break;
            }

            Add(parts, rest.Substring(0, open));
            parts.Add(new PathPart(rest.Substring(open + 1, close - open - 1), IsParameter: true));
            rest = rest.Substring(close + 1);
        }

        return parts;
    }

    private static void Add(List<PathPart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new PathPart(Escape(text), IsParameter: false));
        }
    }

    /// <summary>Escapes characters that an address must not contain; existing escapes are kept.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)value;
            escaped.Append(
                c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Allowed.IndexOf(c) >= 0
                    ? c.ToString()
                    : "%" + value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        return escaped.ToString();
    }
}
