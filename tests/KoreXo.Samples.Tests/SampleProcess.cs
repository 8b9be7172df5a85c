using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KoreXo.Samples.Tests;

/// <summary>A sample that runs as a process of its own, as a user runs it.</summary>
internal sealed class SampleProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SampleProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a sample.</summary>
    /// <param name="name">The name of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">More environment variables.</param>
    public static SampleProcess Start(string name, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        // The samples lie beside this assembly: artifacts/bin/<project>/<configuration>.
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, name + ".dll");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        var sample = new SampleProcess(new Process { StartInfo = start });
        sample._process.OutputDataReceived += sample.Take;
        sample._process.ErrorDataReceived += sample.Take;
        sample._process.Start();
        sample._process.BeginOutputReadLine();
        sample._process.BeginErrorReadLine();
        return sample;
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string LastLine, string Output)> RunAsync(
        string name,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] variables
    )
    {
        using var sample = Start(name, arguments, variables);
        return await sample.EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string LastLine, string Output)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(limit.Token);
        string output;
        lock (_output)
        {
            output = _output.ToString();
        }

        return (_process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "", output);
    }

    /// <summary>Ends the process at once, without its doing: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal, such as TERM, STOP or CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        // The event reports the end of a stream with null. Standard error may end before standard output has its first line.
        if (line.Data is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Append(line.Data).Append('\n');
        }
    }
}
