using System.Text;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Specs.Surface;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>
/// Builds the sentences of reports. Strings from a document are always formatted as code, so that they cannot act as markup.
/// </summary>
internal static class Say
{
    public static string Code(string text)
    {
        var code = new StringBuilder(text.Length + 2).Append('`');
        foreach (var c in ShownText.From(text.ReplaceLineEndings(" ")))
        {
            code.Append(c == '`' ? '\'' : c);
        }

        return code.Append('`').ToString();
    }

    public static string Code(TypeRef type) => Code(SignatureText.Short(type));

    public static string Code(TypeRef? type, string whenNull) => type is null ? whenNull : Code(type);

    public static string List(IEnumerable<string> items, string last = " and ")
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))}{last}{all[^1]}";
    }

    public static string Sentences(IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Where(static sentence => sentence.Length > 0));

    public static string Codes(IEnumerable<string> items) => List(items.Select(Code));
}
