using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>
/// Starts a process for each first call, by hand and typed in turns, and prints a table. A ratio is that of two processes that ran one
/// after the other: the speed of a shared machine changes, but seldom within a second.
/// </summary>
internal static class FirstCallRuns
{
    private const int Rounds = 40;

    private static readonly (string How, bool Precompiled, string Name)[] Kinds =
    [
        ("hand", false, "by hand"),
        ("typed", true, "KoreXo, API key"),
        ("jwt", true, "KoreXo, signed token (HS256)"),
        ("typed", false, "KoreXo, API key, IL only"),
        ("jwt", false, "KoreXo, signed token (HS256), IL only"),
    ];

    public static async Task<int> CompareAsync()
    {
        var times = Kinds.ToDictionary(static kind => kind.Name, static _ => new List<double>(), StringComparer.Ordinal);
        var methods = Kinds.ToDictionary(static kind => kind.Name, static _ => new List<double>(), StringComparer.Ordinal);
        using var packaged = new PrecompiledCopy();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (how, precompiled, name) in Kinds)
            {
                var found = (await FreshProcess.RunAsync([FirstCall.Argument, how], precompiled ? packaged.Folder : null)).Split(' ');
                times[name].Add(double.Parse(found[0], CultureInfo.InvariantCulture));
                methods[name].Add(double.Parse(found[1], CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine("| first call of a fresh process | median | min–p90 | ratio: median (quartiles) | methods compiled |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        var hand = times[Kinds[0].Name];
        foreach (var (_, _, name) in Kinds)
        {
            var (median, least, most) = (Numbers.Median(times[name]), times[name].Min(), Numbers.Quantile(times[name], 0.9));
            double[] ratios = [.. times[name].Zip(hand, static (ours, other) => ours / other)];
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {median:F1} ms | {least:F1}–{most:F1} ms | {Numbers.Median(ratios):F2} ({Numbers.Quantile(ratios, 0.25):F2}–{Numbers.Quantile(ratios, 0.75):F2}) | {Numbers.Median(methods[name]):F0} |"
                )
            );
        }

        return 0;
    }
}
