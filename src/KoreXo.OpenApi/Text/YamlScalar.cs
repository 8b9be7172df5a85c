using System.Globalization;
using System.Text.RegularExpressions;

namespace KoreXo.OpenApi.Text;

/// <summary>Converts plain YAML scalars to JSON by the core schema of YAML 1.2.</summary>
internal static class YamlScalar
{
    private static readonly Regex Decimal = Pattern(@"^[-+]?[0-9]+\z");
    private static readonly Regex Float = Pattern(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z");
    private static readonly Regex Octal = Pattern(@"^0o[0-7]+\z");
    private static readonly Regex Hexadecimal = Pattern(@"^0x[0-9a-fA-F]+\z");

    public static SpecNode Plain(string text, int line, int column)
    {
        SpecNode Node(SpecNodeKind kind, string value) => SpecNode.Scalar(kind, value, text, line, column);

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return Node(SpecNodeKind.Null, "");
            case "true" or "True" or "TRUE":
                return Node(SpecNodeKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return Node(SpecNodeKind.Boolean, "false");
        }

        if (Decimal.IsMatch(text))
        {
            return Node(SpecNodeKind.Number, Integer(text));
        }

        if (Float.IsMatch(text) && Fraction(text) is { } number)
        {
            return Node(SpecNodeKind.Number, number);
        }

        var radix =
            Octal.IsMatch(text) ? 8
            : Hexadecimal.IsMatch(text) ? 16
            : 0;
        if (radix != 0 && text.Length <= 17)
        {
            return Node(SpecNodeKind.Number, Convert.ToInt64(text.Substring(2), radix).ToString(CultureInfo.InvariantCulture));
        }

        return SpecNode.Scalar(SpecNodeKind.String, text, line, column);
    }

    /// <summary>Formats a JSON number like one of YAML; a number beyond the range of a double is unchanged.</summary>
    public static string Number(string text) => text.IndexOfAny(['.', 'e', 'E']) < 0 ? Integer(text) : Fraction(text) ?? text;

    /// <summary>Formats an integer without the signs and zeros that JSON does not allow.</summary>
    public static string Integer(string text)
    {
        var negative = text[0] == '-';
        var digits = text.TrimStart('+', '-').TrimStart('0');
        return digits.Length == 0 ? "0"
            : negative ? "-" + digits
            : digits;
    }

    // On .NET Framework a number beyond any double cannot be parsed, elsewhere it is infinite.
    private static string? Fraction(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    // None of them backtracks, and a limit by the clock would end a build on a machine that is busy elsewhere.
    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
}
