using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Generator.Naming;

/// <summary>Turns any string into a C# identifier. No string of a document becomes a name in any other way.</summary>
internal static class CSharpName
{
    /// <summary>
    /// The maximum length; longer names are truncated and get a hash, since metadata names are limited and inline schemas nest.
    /// </summary>
    private const int MaxLength = 100;

    /// <summary>
    /// Creates the name of a type or member: <c>sys_limit</c> → <c>SysLimit</c>, <c>downloadURL</c> → <c>DownloadUrl</c>.
    /// </summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var word in Words(text))
        {
            name.Append(Capitalize(word));
        }

        if (name.Length == 0)
        {
            name.Append(Spell(text));
        }

        if (char.IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return Cap(name.ToString());
    }

    /// <summary>
    /// Creates the name of a known value. A sign before the first letter is spelled out, so that <c>.json</c> and <c>json</c> differ.
    /// </summary>
    public static string Value(string text) =>
        text.Length > 1 && char.IsLetterOrDigit(text[1]) && Sign(text[0]) is { } sign
            ? Cap(sign + Pascal(text.Substring(1)).TrimStart('_'))
            : Pascal(text);

    /// <summary>The suffix of a field that records an explicit null of a member.</summary>
    public const string NullFieldSuffix = "IsNull";

    /// <summary>Creates the name of a parameter, escaped if it is a keyword.</summary>
    public static string Camel(string text) => EscapeKeyword(Uncapitalize(Pascal(text)));

    /// <summary>Creates the name of a private field.</summary>
    public static string Field(string pascalName) => "_" + Uncapitalize(pascalName);

    public static string EscapeKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>Creates a dotted name for a namespace; invalid parts are turned into identifiers.</summary>
    public static string Namespace(string text) =>
        string.Join(
            ".",
            text.Split('.')
                .Where(static part => part.Length > 0)
                .Select(static part => SyntaxFacts.IsValidIdentifier(part) ? EscapeKeyword(part) : Pascal(part))
        );

    private static string Uncapitalize(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
        {
            upper++;
        }

        // "Url" → "url", "URLPath" cannot occur (words are capitalised), "ABC" → "abc".
        var lower = upper <= 1 || upper == name.Length ? upper : upper - 1;
        return name.Substring(0, lower).ToLowerInvariant() + name.Substring(lower);
    }

    private static string Capitalize(string word)
    {
        var rest = word.Length > 2 && word.All(static c => !char.IsLower(c)) ? word.Substring(1).ToLowerInvariant() : word.Substring(1);
        return char.ToUpperInvariant(word[0]) + rest;
    }

    /// <summary>Splits a name that was created here into its words; together they are the name.</summary>
    public static List<string> Split(string pascalName)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= pascalName.Length; i++)
        {
            if (i == pascalName.Length || StartsWord(pascalName, i))
            {
                words.Add(pascalName.Substring(start, i - start));
                start = i;
            }
        }

        return words;
    }

    /// <summary>Splits at all characters other than letters and digits, and where lower case changes to upper case.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsIdentifierPart(c))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                continue;
            }

            if (word.Length > 0 && StartsWord(text, i))
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(c);
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    // A word begins where a capital follows something else ("download|URL"), and at the last capital of a run if lower case follows it
    // ("URL|Path"), since that capital belongs to the next word.
    private static bool StartsWord(string text, int at) =>
        char.IsUpper(text[at]) && (!char.IsUpper(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1])));

    private static bool IsIdentifierPart(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.DecimalDigitNumber;

    private static string? Sign(char c) =>
        c switch
        {
            '.' => "Dot",
            '-' => "Minus",
            '+' => "Plus",
            '!' => "Not",
            '$' => "Dollar",
            '@' => "At",
            '#' => "Hash",
            '/' => "Slash",
            _ => null,
        };

    /// <summary>Creates a name for a string without letters or digits, such as <c>!=</c>.</summary>
    private static string Spell(string text) =>
        text switch
        {
            "" => "Empty",
            "=" or "==" => "EqualTo",
            "!=" or "<>" => "NotEqualTo",
            "<" => "LessThan",
            ">" => "GreaterThan",
            "<=" => "LessThanOrEqualTo",
            ">=" => "GreaterThanOrEqualTo",
            "*" => "All",
            "+" => "Plus",
            "-" => "Minus",
            _ => string.Concat(text.Take(8).Select(static c => "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture))),
        };

    // Cutting alone would give equal names to deeply nested schemas, which differ at their ends: OrderItemProductSupplier…Address and
    // …Phone. Numbers would tell them apart, but inserting one schema in the document would then rename others. A hash of the whole name
    // depends on nothing else.
    private static string Cap(string name) =>
        name.Length <= MaxLength
            ? name
            : name.Substring(0, MaxLength - 9) + "_" + StableHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
}
