using System.Diagnostics;
using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>
/// Measures the calls of <see cref="CallPairs"/>, by hand and typed in short turns, and prints a table: what disturbs one disturbs the
/// other too. A turn is much shorter than the time for which the system lets a process run, and of many turns the lower fifth counts, so
/// that other work on the machine changes little.
/// </summary>
internal static class CallComparison
{
    public const string Argument = "calls";

    private const string Once = "once";
    private const int Processes = 5;
    private const int Rounds = 3000;
    private const double Counted = 0.2;
    private const int CountedCalls = 200;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(0.25);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1500);

    public static Task<int> RunAsync(string[] given) => given is [Once] ? MeasureAsync() : CompareAsync();

    /// <summary>Measures in this process; one line for each call.</summary>
    private static async Task<int> MeasureAsync()
    {
        var pairs = CallPairs.Create();
        foreach (var pair in pairs)
        {
            await WarmAsync(pair); // all of them first: on a busy machine, the compiler is behind for seconds
        }

        foreach (var pair in pairs)
        {
            var count = await WarmAsync(pair);
            var (hand, typed) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var (first, second) = round % 2 == 0 ? (pair.ByHand, pair.Typed) : (pair.Typed, pair.ByHand);
                var times = (await TimeAsync(first, count), await TimeAsync(second, count));
                hand.Add(round % 2 == 0 ? times.Item1 : times.Item2);
                typed.Add(round % 2 == 0 ? times.Item2 : times.Item1);
            }

            Console.WriteLine(
                string.Join(
                    '|',
                    pair.Name,
                    Text(Numbers.Quantile(hand, Counted)),
                    Text(Numbers.Quantile(typed, Counted)),
                    Text(await BytesAsync(pair.ByHand)),
                    Text(await BytesAsync(pair.Typed))
                )
            );
        }

        return 0;
    }

    private static async Task<int> CompareAsync()
    {
        var lines = new List<string[]>();
        for (var process = 0; process < Processes; process++)
        {
            var text = await FreshProcess.RunAsync([Argument, Once]);
            lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim().Split('|')));
        }

        Console.WriteLine("| call | by hand | KoreXo | time: ratio (range) | bytes by hand | bytes KoreXo | bytes: ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var call in lines.GroupBy(static line => line[0], StringComparer.Ordinal))
        {
            double[] Column(int index) => [.. call.Select(line => double.Parse(line[index], CultureInfo.InvariantCulture))];
            double[] ratios = [.. Column(2).Zip(Column(1), static (ours, other) => ours / other)];
            var (hand, typed) = (Numbers.Median(Column(3)), Numbers.Median(Column(4)));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {call.Key} | {Numbers.Median(Column(1)):N2} µs | {Numbers.Median(Column(2)):N2} µs | {Numbers.Median(ratios):F2} ({ratios.Min():F2}–{ratios.Max():F2}) | {hand:N0} | {typed:N0} | {typed / hand:F2} |"
                )
            );
        }

        return 0;
    }

    /// <summary>Calls until everything is compiled for good.</summary>
    /// <returns>The number of calls that fill a turn.</returns>
    private static async Task<int> WarmAsync(CallPair pair)
    {
        var calls = 0;
        var begun = Stopwatch.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - used < WarmUp)
        {
            await pair.ByHand();
            await pair.Typed();
            calls += 2;
        }

        return Math.Max((int)(calls * (Batch / Stopwatch.GetElapsedTime(begun))), 1);
    }

    private static async Task<double> TimeAsync(Func<Task> call, int count)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / count;
    }

    private static async Task<double> BytesAsync(Func<Task> call)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var index = 0; index < CountedCalls; index++)
        {
            await call();
        }

        return (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / CountedCalls;
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
