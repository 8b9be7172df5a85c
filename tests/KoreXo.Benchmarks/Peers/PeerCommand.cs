using System.Diagnostics;

namespace KoreXo.Benchmarks;

/// <summary>Runs a program to its end.</summary>
internal static class PeerCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs a program; returns what it printed and how long it took, or throws with what it printed if it failed.</summary>
    public static async Task<(string Output, TimeSpan Time)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        using var limit = new CancellationTokenSource(Limit);
        var begun = Stopwatch.GetTimestamp();
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        var time = Stopwatch.GetElapsedTime(begun);
        return process.ExitCode == 0
            ? (output, time)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}\n{output}{await error}");
    }

    /// <summary>Starts a program whose standard streams are this program's.</summary>
    public static Process Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What this program was started by must not reach a user's build, and no tool looks for news.
        foreach (
            var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["KIOTA_TUTORIAL_ENABLED"] = "false";
        start.Environment["KIOTA_OFFLINE_ENABLED"] = "true";
        return Process.Start(start)!;
    }
}
