using System.Diagnostics;
using System.Text;

namespace KoreXo.Package.Tests.Guides;

/// <summary>A process that a user starts, with variables of the user's, to its end or in the background.</summary>
internal sealed class UserProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private UserProcess(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<CommandResult> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> variables,
        params IEnumerable<string> command
    )
    {
        await using var process = Start(folder, variables, command);
        using var limit = new CancellationTokenSource(Limit);
        await process._process.WaitForExitAsync(limit.Token);
        return new CommandResult(process._process.ExitCode, process.Output);
    }

    public static UserProcess Start(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> command)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What the test host was started with must not reach the user's processes.
        foreach (
            var name in start
                .Environment.Keys.Where(static name =>
                    name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("DOTNET_CLI_", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = new UserProcess(new Process { StartInfo = start });
        process._process.OutputDataReceived += process.Append;
        process._process.ErrorDataReceived += process.Append;
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until the process has printed a text.</summary>
    public async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, Output);
            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Append(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return; // the end of the stream
        }

        lock (_output)
        {
            _output.Append(line.Data).Append('\n');
        }
    }
}
