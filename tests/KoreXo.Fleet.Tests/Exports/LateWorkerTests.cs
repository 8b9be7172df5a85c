using System.Text;
using FleetExport;
using KoreXo.Fleet.Tests.Engines;
using KoreXo.Testing;
using Xunit.Abstractions;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>What happens to an item that changes hands while its first worker still works on it.</summary>
[Collection(ExportGroup.Name)]
public sealed class LateWorkerTests(PostgreSqlEngine engine, ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Expired = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("korexo-export-").FullName;
    private readonly Database _database = new(engine.Connection, TimeProvider.System, static _ => { });

    private WorkQueue Queue => new(_database);

    public Task InitializeAsync() => Plan.AddAsync(_database, [], Day, Day, CancellationToken.None);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The steps are those of a lease that completes; before which of them the item is taken makes no difference.</summary>
    [PostgreSqlTheory]
    [InlineData("confirm")]
    [InlineData("move")]
    [InlineData("complete")]
    [InlineData("move, but creates its file later")]
    public async Task A_worker_from_which_its_item_was_taken_changes_nothing(string before)
    {
        var item = await TakeFirstAsync(before);
        using var late = Write(item, "late");
        late.Close();
        var isConfirmed = before != "confirm" && await Queue.RenewAsync(item, Expired, 1, CancellationToken.None);
        if (before == "complete")
        {
            late.MoveIntoPlace();
        }

        await Task.Delay(Expired * 5, TimeProvider.System);
        var taken = (await Queue.TakeAsync("next", Long, CancellationToken.None))!;
        var next = before == "move, but creates its file later" ? null : Write(taken, "next");
        if (before == "move")
        {
            Assert.Throws<FileNotFoundException>(late.MoveIntoPlace);
        }
        else if (next is null)
        {
            late.MoveIntoPlace();
        }

        Assert.Equal(before != "confirm", isConfirmed);
        Assert.False(await Queue.RenewAsync(item, Long, 1, CancellationToken.None));
        Assert.False(await Queue.CompleteAsync(item, 1, 1, CancellationToken.None));
        Assert.False(await Queue.GiveBackAsync(item, CancellationToken.None));
        Assert.False(await Queue.FailAsync(item, "late", isFinal: true, CancellationToken.None));
        using var file = next ?? Write(taken, "next");
        await using var lease = new Lease(Queue, taken, Long, TimeProvider.System.GetTimestamp(), TimeProvider.System);
        Assert.True(await lease.CompleteAsync(file, 1, CancellationToken.None));
        Assert.Equal("next", await File.ReadAllTextAsync(ItemFile.Place(_folder, item)));
    }

    [PostgreSqlFact]
    public async Task Of_two_workers_that_finish_the_same_item_one_wins()
    {
        var rounds = Soak.Rounds(50, 1000);
        var late = 0;
        for (var round = 0; round < rounds; round++)
        {
            var item = await TakeFirstAsync($"race-{round}");
            var second = Task.Run(TakeAndFinishAsync);
            var ends = await Task.WhenAll(FinishAsync(item, "first", Expired), second);

            Assert.Single(ends, static isDone => isDone);
            Assert.Equal(ends[0] ? "first" : "second", await File.ReadAllTextAsync(ItemFile.Place(_folder, item)));
            late += ends[1] ? 1 : 0;
        }

        output.WriteLine($"the second one won {late} of {rounds}");
        Assert.InRange(late, 1, rounds);
    }

    private async Task<bool> TakeAndFinishAsync()
    {
        while (await Queue.HasWorkAsync(CancellationToken.None))
        {
            if (await Queue.TakeAsync("second", Long, CancellationToken.None) is { } taken)
            {
                return await FinishAsync(taken, "second", Long);
            }
        }

        return false;
    }

    private async Task<bool> FinishAsync(WorkItem item, string text, TimeSpan length)
    {
        using var file = Write(item, text);
        await using var lease = new Lease(Queue, item, length, TimeProvider.System.GetTimestamp(), TimeProvider.System);
        try
        {
            return await lease.CompleteAsync(file, 1, CancellationToken.None);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Adds an item, the only one that is not done, and takes it with a lease that has expired.</summary>
    private async Task<WorkItem> TakeFirstAsync(string bot)
    {
        await _database.ExecuteAsync("UPDATE fleet_export.items SET done_at = clock_timestamp()", [], CancellationToken.None);
        await _database.ExecuteAsync(
            "INSERT INTO fleet_export.items (bot, day, kind) VALUES ($1, $2, 'sessions')",
            [bot, Day],
            CancellationToken.None
        );
        return (await Queue.TakeAsync("first", Expired, CancellationToken.None))!;
    }

    private ItemFile Write(WorkItem item, string text)
    {
        var file = ItemFile.Create(_folder, item);
        file.Content.Write(Encoding.UTF8.GetBytes(text));
        return file;
    }
}
