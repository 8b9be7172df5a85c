using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>Starts a process for each export, by hand and typed in turns, and prints a table.</summary>
internal static class ExportRuns
{
    private const int Rounds = 5;

    private static readonly (int Pages, int Items)[] Sizes = [(200, 2_400), (60, 8_000)];

    private static readonly (string How, string Name)[] Kinds = [("raw", "bytes only"), ("hand", "by hand"), ("typed", "KoreXo")];

    public static async Task<int> CompareAsync()
    {
        Console.WriteLine("| export | peak | of the export: median (range) | ratio | allocated | collections of the oldest objects |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (pages, items) in Sizes)
        {
            var found = Kinds.ToDictionary(static kind => kind.How, static _ => new List<double[]>(), StringComparer.Ordinal);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (how, _) in Kinds)
                {
                    found[how].Add(await RunAsync(how, pages, items));
                }
            }

            var hand = Numbers.Median(found["hand"].Select(static run => run[1]));
            foreach (var (how, name) in Kinds)
            {
                Print($"{pages} pages of {found[how][0][3]:F2} MB, {name}", found[how], hand);
            }
        }

        return 0;
    }

    private static async Task<double[]> RunAsync(string how, int pages, int items)
    {
        string[] arguments = [Export.Argument, how, Text(pages), Text(items)];
        var text = await FreshProcess.RunAsync(arguments);
        return [.. text.Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static void Print(string name, List<double[]> runs, double hand)
    {
        double[] Column(int index) => [.. runs.Select(run => run[index])];
        var own = Column(1);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Numbers.Median(Column(0)):F0} MB | {Numbers.Median(own):F1} MB ({own.Min():F1}–{own.Max():F1}) | {Numbers.Median(own) / hand:F2} | {Numbers.Median(Column(2)):F0} MB | {Numbers.Median(Column(4)):F0} |"
            )
        );
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
