using System.Globalization;
using KoreXo.DataTables;
using KoreXo.Fleet.Tests.Engines;

namespace KoreXo.Fleet.Tests.Workers;

/// <summary>
/// One process of a fleet: inserts rows until its calls are done, or acquires permits and waits. It writes one line for each call, and ends
/// with the process that started it.
/// </summary>
public static class WorkerProgram
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    public static async Task<int> Main(string[] words)
    {
        var order = WorkerOrder.Read(words);
        _ = Task.Run(static async () =>
        {
            await Console.In.ReadToEndAsync();
            Environment.Exit(1);
        });
        var store = order.Store.Length == 0 ? null : EngineStores.Create(order.Store, order.Connection);
        if (order.Loops == 0)
        {
            await KeepAsync(order, store!);
        }

        using var client = order.CreateClient(store);
        var next = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, order.Loops)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var call && call <= order.Calls)
                    {
                        Console.WriteLine(await InsertAsync(client, order, call));
                    }
                })
        );
        return 0;
    }

    private static async Task<string> InsertAsync(KoreXoClient client, WorkerOrder order, int call)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{order.Name}-{call}");
        try
        {
            await client.DataTables.InsertRowAsync(
                order.Table,
                new InsertRowRequest { Row = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["Name"] = name } }
            );
            return $"done {name}";
        }
        catch (Exception fault)
        {
            return $"failed {name} {fault.GetType().Name} {fault.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static async Task KeepAsync(WorkerOrder order, IRateLimitStore store)
    {
        for (var permit = 0; permit < order.Calls; permit++)
        {
            await store.TryAcquireAsync(new RateLimitPermit(order.Partition, [order.Window], KeptFor), CancellationToken.None);
        }

        Console.WriteLine("kept");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }
}
