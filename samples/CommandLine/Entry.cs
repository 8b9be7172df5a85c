using System.Runtime.InteropServices;

namespace KoreXo.Samples;

/// <summary>
/// Runs a program and returns its exit code: 0 = success or help, 1 = failure, 2 = invalid arguments. Ctrl+C and SIGTERM, by which
/// containers and services are stopped, cancel it cleanly.
/// </summary>
internal static class Entry
{
    /// <param name="usage">The usage, shown for help and for invalid arguments.</param>
    /// <param name="run">The program.</param>
    /// <param name="advice">What to do if the program did not finish.</param>
    public static async Task<int> RunAsync(string usage, Func<CancellationToken, Task<int>> run, string advice = "")
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var terminated = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            }
        );

        try
        {
            return await run(stop.Token);
        }
        catch (HelpRequestedException)
        {
            Console.WriteLine(usage);
            return 0;
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Console.Error.WriteLine(usage);
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine($"Interrupted. {advice}".TrimEnd());
            return 1;
        }
        catch (Exception exception) when (exception is KoreXoException or IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"Failed: {exception.Message} {advice}".TrimEnd());
            return 1;
        }
    }
}
