using System.Diagnostics;
using KoreXo.Benchmarks;

namespace Peers;

/// <summary>
/// Calls over a transport in memory, all clients in short turns, so that what disturbs one disturbs the others. Of many turns the
/// lower quartile counts. Prints the process's microseconds of CPU, which is all that a call in memory takes, and bytes.
/// </summary>
internal static class MemoryRun
{
    private const int Rounds = 120;
    private const int CountedCalls = 100;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync()
    {
        var calls = Kind.All.Select(static kind => Client.All.Select(client => Call(client, kind)).ToArray()).ToArray();
        foreach (var call in calls.SelectMany(static kind => kind))
        {
            await WarmAsync(call); // all of them first: on a busy machine, the compiler is behind for seconds
        }

        for (var kind = 0; kind < calls.Length; kind++)
        {
            await MeasureAsync(Kind.All[kind], calls[kind]);
        }

        return 0;
    }

    private static async Task MeasureAsync(Kind kind, Func<Task>[] calls)
    {
        var counts = new int[calls.Length];
        var times = calls.Select(static _ => new List<double>(Rounds)).ToArray();
        for (var client = 0; client < calls.Length; client++)
        {
            counts[client] = await WarmAsync(calls[client]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < calls.Length; turn++)
            {
                var client = (turn + round) % calls.Length;
                times[client].Add(await TimeAsync(calls[client], counts[client]));
            }
        }

        for (var client = 0; client < calls.Length; client++)
        {
            Line.Print(kind.Name, Client.All[client].Name, Numbers.Quantile(times[client], 0.25), await BytesAsync(calls[client]));
        }
    }

    private static Func<Task> Call(Client client, Kind kind)
    {
        var store = client.Create("https://petstore.example.com", PetResponses.Transport(kind.Response));
        return () => kind.Send(store);
    }

    /// <summary>Calls until everything is compiled for good.</summary>
    /// <returns>The number of calls that fill a turn.</returns>
    private static async Task<int> WarmAsync(Func<Task> call)
    {
        var count = 0;
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < WarmUp)
        {
            await call();
            count++;
        }

        return Math.Max((int)(count * (Turn / WarmUp)), 1);
    }

    private static async Task<double> TimeAsync(Func<Task> call, int count)
    {
        var begun = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < count; index++)
        {
            await call();
        }

        return (Environment.CpuUsage.TotalTime - begun).TotalMicroseconds / count;
    }

    private static async Task<double> BytesAsync(Func<Task> call)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var index = 0; index < CountedCalls; index++)
        {
            await call();
        }

        return (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / CountedCalls;
    }
}
