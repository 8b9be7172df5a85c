using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>Starts a process for each first call, by hand and typed in turns, and prints a table.</summary>
internal static class FirstCallRuns
{
    private const int Rounds = 15;

    private static readonly (string How, string Name)[] Kinds =
    [
        ("hand", "by hand"),
        ("typed", "KoreXo, API key"),
        ("jwt", "KoreXo, signed token (HS256)"),
    ];

    public static async Task<int> CompareAsync()
    {
        var times = Kinds.ToDictionary(static kind => kind.How, static _ => new List<double>(), StringComparer.Ordinal);
        var methods = Kinds.ToDictionary(static kind => kind.How, static _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (how, _) in Kinds)
            {
                var found = (await FreshProcess.RunAsync([FirstCall.Argument, how])).Split(' ');
                times[how].Add(double.Parse(found[0], CultureInfo.InvariantCulture));
                methods[how].Add(double.Parse(found[1], CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine("| first call of a fresh process | median | min–p90 | ratio | methods compiled |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        var hand = Numbers.Median(times["hand"]);
        foreach (var (how, name) in Kinds)
        {
            var (median, least, most) = (Numbers.Median(times[how]), times[how].Min(), Numbers.Quantile(times[how], 0.9));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {median:F1} ms | {least:F1}–{most:F1} ms | {median / hand:F2} | {Numbers.Median(methods[how]):F0} |"
                )
            );
        }

        return 0;
    }
}
