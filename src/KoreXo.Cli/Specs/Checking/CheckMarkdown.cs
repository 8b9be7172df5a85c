using System.Globalization;
using System.Text;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Writes the differences between two readers as Markdown.</summary>
internal static class CheckMarkdown
{
    public static string Write(SpecCheck check)
    {
        var text = new StringBuilder();
        text.Append($"# Two readings\n\n{Say.Code(check.File)}: {Summary(check)}\n");
        Section(text, check, "Disagreements", check.Unexplained);
        foreach (
            var reason in check
                .Disagreements.Where(static item => item.Reason is not null)
                .GroupBy(static item => item.Reason!, StringComparer.Ordinal)
        )
        {
            Section(text, check, $"Known: {Markdown.Text(reason.Key)}", reason);
        }

        return text.ToString();
    }

    /// <summary>Summarizes the outcome in a sentence.</summary>
    public static string Summary(SpecCheck check)
    {
        var unexplained = check.Unexplained.Count();
        var known = check.Disagreements.Count - unexplained;
        var outcome = unexplained == 0 ? "both readers agree" : $"the readers disagree on {Count(unexplained, "thing")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome}, of {check.Facts} that were compared{(known == 0 ? "" : $"; {Count(known, "known difference")}")}."
        );
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static void Section(StringBuilder text, SpecCheck check, string title, IEnumerable<Disagreement> disagreements)
    {
        var items = disagreements.ToList();
        if (items.Count == 0)
        {
            return;
        }

        text.Append($"\n## {title}\n\n");
        foreach (var item in items)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {Say.Code(item.Subject)}: KoreXo reads {Value(item.Own)}, NSwag {Value(item.Other)} ({(item.Place.File == check.File ? "" : Say.Code(item.Place.File) + " ")}line {item.Place.Line}, {Say.Code(item.Place.Pointer.Length == 0 ? "/" : item.Place.Pointer)})\n"
            );
        }
    }

    private static string Value(string? value) => value is null ? "nothing" : Say.Code(value);
}
