using System.Diagnostics;
using KoreXo.Benchmarks;

namespace Peers;

/// <summary>
/// Calls to a server in another process by one or many callers, all clients in turns. Prints microseconds of this process's CPU, bytes
/// and microseconds of wall time of each call.
/// </summary>
internal static class SocketRun
{
    private const int Rounds = 8;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);
    private static readonly Kind[] Kinds = [Kind.Get, Kind.Post, Kind.Some];

    public static async Task<int> RunAsync(string server, int callers)
    {
        foreach (var kind in Kinds)
        {
            var stores = Client.All.Select(client => client.Create(server, null)).ToArray();
            var counts = new int[stores.Length];
            for (var client = 0; client < stores.Length; client++)
            {
                counts[client] = await WarmAsync(kind, stores[client], callers);
            }

            var turns = stores.Select(static _ => new List<(double Cpu, double Bytes, double Wall)>()).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var turn = 0; turn < stores.Length; turn++)
                {
                    var client = (turn + round) % stores.Length;
                    turns[client].Add(await MeasureAsync(kind, stores[client], callers, counts[client]));
                }
            }

            for (var client = 0; client < stores.Length; client++)
            {
                Line.Print(
                    kind.Name,
                    Client.All[client].Name,
                    Numbers.Quantile(turns[client].Select(static turn => turn.Cpu), 0.25),
                    Numbers.Median(turns[client].Select(static turn => turn.Bytes)),
                    Numbers.Quantile(turns[client].Select(static turn => turn.Wall), 0.25)
                );
            }
        }

        return 0;
    }

    private static async Task<(double Cpu, double Bytes, double Wall)> MeasureAsync(Kind kind, Petstore store, int callers, int count)
    {
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        var begun = Stopwatch.GetTimestamp();
        await CallAsync(kind, store, callers, count);
        var wall = Stopwatch.GetElapsedTime(begun);
        return (
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count,
            wall.TotalMicroseconds / count
        );
    }

    private static async Task<int> WarmAsync(Kind kind, Petstore store, int callers)
    {
        var count = 0;
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < WarmUp)
        {
            await CallAsync(kind, store, callers, callers);
            count += callers;
        }

        return Math.Max((int)(count * (Turn / WarmUp)), callers);
    }

    private static Task CallAsync(Kind kind, Petstore store, int callers, int count)
    {
        var left = count;
        return Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Decrement(ref left) >= 0)
                        {
                            await kind.Send(store).ConfigureAwait(false);
                        }
                    })
                )
        );
    }
}
