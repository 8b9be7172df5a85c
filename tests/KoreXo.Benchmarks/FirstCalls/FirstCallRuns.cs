using System.Diagnostics;
using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>Starts a process for each first call, by hand and typed in turns, and compares the medians.</summary>
internal static class FirstCallRuns
{
    private const int Rounds = 21;

    public static async Task<int> CompareAsync()
    {
        var (byHand, typed) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            byHand.Add(await TimeAsync("hand"));
            typed.Add(await TimeAsync("typed"));
        }

        var (hand, ours) = (Median(byHand), Median(typed));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first call of a fresh process, median of {Rounds}: by hand {hand:F1} ms, KoreXo {ours:F1} ms, ratio {ours / hand:F2}"
            )
        );
        return 0;
    }

    private static async Task<double> TimeAsync(string how)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FirstCallRuns).Assembly.Location);
        }

        start.ArgumentList.Add(FirstCall.Argument);
        start.ArgumentList.Add(how);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
