namespace KoreXo.Samples;

/// <summary>
/// Runs a program: 0 = all well or help was asked for, 1 = it failed, 2 = it was called wrongly. Ctrl+C ends it in order.
/// </summary>
internal static class Entry
{
    /// <param name="usage">What is shown to whoever asks for help or calls it wrongly.</param>
    /// <param name="run">The program.</param>
    /// <param name="advice">What to do when it has not come to its end.</param>
    public static async Task<int> RunAsync(string usage, Func<CancellationToken, Task<int>> run, string advice = "")
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        try
        {
            return await run(stop.Token);
        }
        catch (HelpRequestedException)
        {
            Console.WriteLine(usage);
            return 0;
        }
        catch (FormatException fault)
        {
            Console.Error.WriteLine(fault.Message);
            Console.Error.WriteLine(usage);
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine($"Interrupted. {advice}".TrimEnd());
            return 1;
        }
        catch (Exception fault) when (fault is KoreXoException or IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"Failed: {fault.Message} {advice}".TrimEnd());
            return 1;
        }
    }
}
