using System.Diagnostics;

namespace KoreXo.Benchmarks;

/// <summary>Runs this program again, in a process of its own.</summary>
internal static class FreshProcess
{
    /// <summary>Runs the program with arguments, in the version of a folder, by default this one; returns what it prints.</summary>
    public static async Task<string> RunAsync(string[] arguments, string? folder = null)
    {
        var program = typeof(FreshProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(folder is null ? program : Path.Combine(folder, Path.GetFileName(program)));

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"The process ended with {process.ExitCode}.");
    }
}
