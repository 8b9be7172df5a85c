using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using KoreXo.Cli.Commands;

namespace KoreXo.Cli.Tests;

/// <summary>
/// The tool: inside the test's process where only its arguments matter, which saves compiling it anew for each run, and otherwise as
/// a process of its own, as a user or a build server starts it.
/// </summary>
internal static class Korexo
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } =
        typeof(Korexo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "RepositoryRoot").Value!;

    /// <summary>Runs the tool inside this process.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var limit = new CancellationTokenSource(Limit);
        var configuration = new InvocationConfiguration { Output = output, Error = error };
        var exitCode = await CommandLine.RunAsync(arguments, configuration, limit.Token);
        return new Ended(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the tool as a process of its own.</summary>
    public static async Task<Ended> RunAsync(Run run)
    {
        using var process = Start(run);
        if (run.Input is not null)
        {
            await process.StandardInput.WriteAsync(run.Input);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"korexo {string.Join(' ', run.Arguments)} ran for {Limit}.", late);
        }

        return new Ended(process.ExitCode, await output, await error);
    }

    public static Process Start(Run run)
    {
        // A shell that runs the tests in the background lets them ignore Ctrl+C, and what they start would inherit that.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = run.Folder ?? Path.GetTempPath(),
        };
        if (OperatingSystem.IsLinux())
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "korexo.dll"));
        foreach (var argument in run.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in run.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>How the tool is started.</summary>
    internal sealed record Run(params string[] Arguments)
    {
        public string? Folder { get; init; }

        public string? Input { get; init; }

        public Dictionary<string, string> Environment { get; init; } = [];
    }

    /// <summary>How the tool ended.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error);
}
