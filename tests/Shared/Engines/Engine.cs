using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace KoreXo.Testing.Engines;

/// <summary>A real server on a free loopback port, with its data in a folder of its own.</summary>
public abstract class Engine : IAsyncLifetime
{
    private Process? _process;

    /// <summary>Gets the folder that everything of the server is in.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("korexo-").FullName;

    /// <summary>Gets the port.</summary>
    protected int Port { get; } = FreePort();

    /// <summary>Gets the name by which a worker chooses its store.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets what a client needs to connect.</summary>
    public abstract string Connection { get; }

    /// <summary>Starts the server, if it is installed; tests that need it are skipped otherwise.</summary>
    public Task InitializeAsync() => IsAvailable ? StartAsync() : Task.CompletedTask;

    /// <summary>Starts the server, for the first time or again with the data that it has.</summary>
    public async Task StartAsync()
    {
        await PrepareAsync();
        _process = Start(Command);
        for (var tries = 0; !await IsReadyAsync(); tries++)
        {
            if (_process.HasExited || tries > 400)
            {
                throw new InvalidOperationException($"{Kind} did not start: {await _process.StandardError.ReadToEndAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
    }

    /// <summary>Stops the server as an administrator would.</summary>
    public async Task StopAsync()
    {
        await RunAsync("kill", $"-{StopSignal}", _process!.Id.ToString(CultureInfo.InvariantCulture));
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await StopAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Gets a value indicating whether the server is installed.</summary>
    protected abstract bool IsAvailable { get; }

    /// <summary>Gets the signal that ends the server and its connections.</summary>
    protected abstract string StopSignal { get; }

    /// <summary>Gets the command line of the server.</summary>
    protected abstract string[] Command { get; }

    /// <summary>Creates what the server needs, if it is not there.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>Checks whether the server responds.</summary>
    protected abstract Task<bool> IsReadyAsync();

    /// <summary>Runs a program to its end.</summary>
    protected static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} failed: {await output} {errors}");
        }
    }

    /// <summary>Finds a program on the path or in folders beside it.</summary>
    protected static string? Find(string program, params IEnumerable<string> folders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(folders)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static Process Start(string[] command) =>
        Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            }
        )!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
