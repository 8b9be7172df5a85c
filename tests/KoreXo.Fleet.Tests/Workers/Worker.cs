using System.Diagnostics;

namespace KoreXo.Fleet.Tests.Workers;

/// <summary>A process that carries out an order.</summary>
public sealed class Worker : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task<string> _errors;
    private readonly Task _reading;

    public Worker(WorkerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        _process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, .. order.Write()])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            }
        )!;
        _errors = _process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>Gets what the worker has written so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Waits until the worker has written a number of lines.</summary>
    public async Task WriteAsync(int lines)
    {
        while (Lines.Count < lines)
        {
            Assert.False(_process.HasExited && _reading.IsCompleted, "The worker ended too early.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    /// <summary>Waits until the worker has ended by itself.</summary>
    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        Assert.Equal("", await _errors);
    }

    /// <summary>Kills the process, which learns nothing of it (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
