using KoreXo.Cli.Reports;
using Spectre.Console;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Writes changes as a table, for people at a terminal.</summary>
internal static class DiffTable
{
    public static void Write(IAnsiConsole console, SpecDiff diff)
    {
        foreach (var document in diff.Changes.GroupBy(static change => change.Document, StringComparer.Ordinal))
        {
            var table = new Table()
                .Title(Markup.Escape(ShownText.From(document.Key)))
                .AddColumns("What", "Change", "Impact", "C# API")
                .ShowRowSeparators();
            foreach (var change in document.OrderByDescending(static change => change.IsBreaking))
            {
                var label = DiffMarkdown.Label(change.Impact) + (change.IsScopeChange ? ", scopes" : "");
                table.AddRow(
                    Markup.Escape(ShownText.From(change.Subject)),
                    Markup.Escape(Plain(change.What)),
                    change.IsBreaking ? $"[red]{label}[/]" : label,
                    Markup.Escape(Plain(change.Effect))
                );
            }

            console.Write(table);
        }

        console.WriteLine(Plain(DiffMarkdown.Summary(diff)).Replace("**", "", StringComparison.Ordinal));
    }

    private static string Plain(string markdown) => ShownText.From(markdown).Replace("`", "", StringComparison.Ordinal);
}
