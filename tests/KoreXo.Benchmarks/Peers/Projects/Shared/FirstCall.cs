using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Peers;

/// <summary>
/// The first call of a process, client included. Prints milliseconds, those of the CPU, and the number of methods compiled.
/// </summary>
public static class FirstCall
{
    public static async Task<int> RunAsync(Func<HttpMessageHandler, Petstore> create)
    {
        var response = PetResponses.One; // all responses are made here, the long ones too
        var (compiled, cpu) = (JitInfo.GetCompiledMethodCount(), Environment.CpuUsage.TotalTime);
        var begun = Stopwatch.GetTimestamp();
        var client = create(PetResponses.Transport(response));
        var call = client.Get();
        await call.ConfigureAwait(false);
        var time = Stopwatch.GetElapsedTime(begun);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        compiled = JitInfo.GetCompiledMethodCount() - compiled;
        if (client.Read(call) is not [{ Name: "Doggie 10", Tags: "10:friendly 10:vaccinated 21:small" }])
        {
            throw new InvalidDataException("The response was not read.");
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F3} {cpu.TotalMilliseconds:F3} {compiled}")
        );
        return 0;
    }
}
