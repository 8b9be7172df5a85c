using System.Globalization;
using System.Text;

namespace Workloads.Usage;

/// <summary>Writes a report as Markdown for people, or as CSV for a spreadsheet.</summary>
internal static class UsageTable
{
    private static readonly string[] Llm =
    [
        "bot",
        "model",
        "feature",
        "requests",
        "failed",
        "request tokens",
        "response tokens",
        "seconds",
    ];
    private static readonly string[] Billing = ["bot", "type", "channel", "billing sessions"];

    public static string Markdown(MonthlyUsage usage)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Usage in {usage.Month:yyyy-MM}\n\n## Language models\n\n");
        Append(text, Llm, [.. usage.Llm.Select(Cells), .. usage.Llm.Count > 1 ? [Cells(Total(usage.Llm))] : Array.Empty<string[]>()]);
        text.Append("\n## Billing\n\n");
        var total = new BillingUsage("all", "", "", usage.Billing.Sum(static row => row.Sessions));
        Append(text, Billing, [.. usage.Billing.Select(Cells), .. usage.Billing.Count > 1 ? [Cells(total)] : Array.Empty<string[]>()]);
        return text.ToString();
    }

    /// <summary>Returns one table: the kind of row, then the columns of both kinds.</summary>
    public static string Csv(MonthlyUsage usage)
    {
        var rows = usage
            .Llm.Select(static row => (string[])["llm", .. Cells(row), ""])
            .Concat(
                usage.Billing.Select(static row =>
                    (string[])["billing", row.Bot, row.Type, row.Channel, "", "", "", "", "", Number(row.Sessions)]
                )
            );
        string[] header = ["kind", "bot", "model or type", "feature or channel", .. Llm[3..], Billing[3]];
        return string.Concat(rows.Prepend(header).Select(static row => string.Join(',', row.Select(Quoted)) + "\n"));
    }

    private static LlmUsage Total(IReadOnlyList<LlmUsage> rows) =>
        new(
            "all",
            "",
            "",
            rows.Sum(static row => row.Requests),
            rows.Sum(static row => row.Failed),
            rows.Sum(static row => row.RequestTokens),
            rows.Sum(static row => row.ResponseTokens),
            rows.Sum(static row => row.Milliseconds)
        );

    private static string[] Cells(LlmUsage row) =>
        [
            row.Bot,
            row.Model,
            row.Feature,
            Number(row.Requests),
            Number(row.Failed),
            Number(row.RequestTokens),
            Number(row.ResponseTokens),
            (row.Milliseconds / 1000m).ToString(CultureInfo.InvariantCulture),
        ];

    private static string[] Cells(BillingUsage row) => [row.Bot, row.Type, row.Channel, Number(row.Sessions)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string[] header, IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows.Prepend([.. header.Select(static _ => "---")]).Prepend(header))
        {
            text.Append("| ")
                .AppendJoin(" | ", row.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
                .Append(" |\n");
        }
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
