using KoreXo.Cli.Reports;
using Spectre.Console;

namespace KoreXo.Cli.Why;

/// <summary>Shows the report on a terminal: a tree for each entry point, with each call under the functions that lead to it.</summary>
internal static class WhyTree
{
    public static void Write(WhyReport report, IAnsiConsole console)
    {
        foreach (var entry in report.Entries)
        {
            var tree = new Tree(Line($"{WhyText.Kind(entry.Kind)} {entry.Title}", entry.Place, "bold"));
            foreach (var call in entry.Calls)
            {
                Add(tree, call.Chain).AddNode(Line($"{call.Member} requires {WhyText.Needs(call.Needs)}", call.Place, "green"));
            }

            foreach (var use in entry.Unknown)
            {
                var declared = use.Scopes.Count == 0 ? "unknown requirement" : "declares " + WhyText.Declared(use.Scopes);
                Add(tree, use.Chain).AddNode(Line($"{use.Reason}: {declared}", use.Place, "yellow"));
            }

            console.Write(tree);
        }

        foreach (var call in report.Unreached)
        {
            console.Write(
                Line($"Not reached from any entry point: {call.Member} requires {WhyText.Needs(call.Needs)}", call.Place, "yellow")
            );
            console.WriteLine();
        }
    }

    private static IHasTreeNodes Add(Tree tree, IReadOnlyList<WhyStep> chain)
    {
        IHasTreeNodes parent = tree;
        foreach (var step in chain)
        {
            parent = parent.AddNode(Line(step.Function, step.Place, "default"));
        }

        return parent;
    }

    private static Markup Line(string text, WhyPlace? place, string style) =>
        new($"[{style}]{Markup.Escape(ShownText.From(text))}[/] [grey]{Markup.Escape(ShownText.From(place?.ToString() ?? ""))}[/]");
}
