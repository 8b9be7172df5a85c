using KoreXo;
using KoreXo.DataTables;
using KoreXo.Samples;

namespace TableLoad;

/// <summary>
/// Loads rows in chunks, looks at them, changes some and deletes some. Nothing is lost or doubled, whatever fails and whenever it is
/// killed.
/// </summary>
internal sealed class Load(
    DataTablesClient tables,
    LoadSettings settings,
    LoadState state,
    TimeProvider clock,
    CancellationToken cancellationToken
)
{
    private const string Expired = "expired";

    /// <summary>Runs all steps.</summary>
    /// <returns>The last line, and whether all is well.</returns>
    public async Task<(string Text, bool IsGood)> RunAsync()
    {
        await Steps.RunAsync("load", LoadAsync);
        if (state.Counted is null)
        {
            // Kept, since after the first deletion there is no way to count again.
            state.Save(await Steps.RunAsync("count", show => Patience.RunAsync(clock, _ => CountAsync(show), cancellationToken)));
        }

        var (found, duplicated, trials) = state.Counted!.Value;
        await Steps.RunAsync("expire trials", _ => Patience.RunAsync(clock, _ => ExpireAsync(), cancellationToken));
        await Steps.RunAsync("delete expired", _ => Patience.RunAsync(clock, _ => DeleteAsync(), cancellationToken));
        var (left, _, _) = await Steps.RunAsync("count again", show => Patience.RunAsync(clock, _ => CountAsync(show), cancellationToken));

        // The table is as it was meant to be: the next run is another one.
        state.Delete();
        var lost = settings.Rows - found;
        return (
            $"loaded {found} of {settings.Rows}, lost {lost}, duplicated {duplicated}, deleted {trials}, left {left}",
            lost == 0 && duplicated == 0 && left == found - trials
        );
    }

    private async Task<int> LoadAsync(Action<string> show)
    {
        // Whether the chunk that was under way when another process ended has arrived, nobody knows.
        var isDoubtful = state.Next > 1 || await AnyAsync(Rows(1, settings.Rows));
        foreach (var chunk in RowChunks.Cut(CustomerRows.Make(state.Next, settings.Rows - state.Next + 1), settings.ChunkBytes))
        {
            var last = (int)chunk[^1][CustomerRows.Number].AsInt64();
            var wasDoubtful = isDoubtful;
            show($"rows {chunk[0][CustomerRows.Number].AsInt64()} to {last} of {settings.Rows}");
            await Patience.RunAsync(clock, isRepeated => InsertAsync(chunk, wasDoubtful || isRepeated), cancellationToken);
            isDoubtful = false;
            state.Save(last + 1);
        }

        return settings.Rows;
    }

    /// <summary>Inserts a chunk. Inserting is not repeatable, so that where it is in doubt, only what is not there is inserted.</summary>
    private async Task<int> InsertAsync(List<IReadOnlyDictionary<string, JsonAny>> chunk, bool isDoubtful)
    {
        var missing = chunk;
        if (isDoubtful)
        {
            var there = new HashSet<long>();
            var (first, last) = (chunk[0][CustomerRows.Number].AsInt64(), chunk[^1][CustomerRows.Number].AsInt64());
            await foreach (
                var row in tables.ListTableDataAsync(
                    settings.Table,
                    new DataQueryRequest { Query = Rows(first, last) },
                    cancellationToken: cancellationToken
                )
            )
            {
                there.Add(row[CustomerRows.Number].AsInt64());
            }

            missing = chunk.FindAll(row => !there.Contains(row[CustomerRows.Number].AsInt64()));
        }

        if (missing.Count == 0)
        {
            return 0;
        }

        var inserted = await tables.InsertBulkDataAsync(
            settings.Table,
            new InsertBulkDataRequest { Data = missing },
            cancellationToken: cancellationToken
        );
        return inserted.Records.Count == missing.Count
            ? missing.Count
            : throw new InvalidDataException($"{inserted.Records.Count} of {missing.Count} rows were inserted.");
    }

    private Task<bool> AnyAsync(DataFilter filter) =>
        Patience.RunAsync(
            clock,
            async _ =>
            {
                await foreach (
                    var row in tables.ListTableDataAsync(
                        settings.Table,
                        new DataQueryRequest { Query = filter },
                        cancellationToken: cancellationToken
                    )
                )
                {
                    return true;
                }

                return false;
            },
            cancellationToken
        );

    private async Task<(int Found, int Duplicated, int Trials)> CountAsync(Action<string> show)
    {
        const int Step = 1000;
        var progress = new ProgressText<int>(show, rows => $"{rows / Step * Step} of {settings.Rows} rows");
        var (numbers, duplicated, trials) = (new HashSet<long>(), 0, 0);
        await foreach (
            var row in tables.ListTableDataAsync(
                settings.Table,
                new DataQueryRequest { Query = Rows(1, settings.Rows) },
                cancellationToken: cancellationToken
            )
        )
        {
            duplicated += numbers.Add(row[CustomerRows.Number].AsInt64()) ? 0 : 1;
            trials += row[CustomerRows.Plan].AsString() is "trial" or Expired ? 1 : 0;
            progress.Report(numbers.Count);
        }

        return (numbers.Count, duplicated, trials);
    }

    // Updates and deletions go with a filter, always: without one they would be for all rows. Done twice they do no more than once.
    private async Task<long> ExpireAsync()
    {
        var change = new Dictionary<string, JsonAny> { [CustomerRows.Plan] = Expired };
        var updated = await tables.UpdateDataAsync(
            settings.Table,
            new UpdateDataRequest { Query = Planned("trial"), Data = change },
            cancellationToken: cancellationToken
        );
        return updated.NModified;
    }

    private async Task<long> DeleteAsync()
    {
        var deleted = await tables.DeleteDataAsync(
            settings.Table,
            new DeleteDataRequest { Query = Planned(Expired) },
            cancellationToken: cancellationToken
        );
        return deleted.NDeleted;
    }

    private static DataFilter Planned(string plan) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new()
                {
                    Field = CustomerRows.Plan,
                    Operand = DataComparison.EqualTo,
                    Value = plan,
                },
            ],
        };

    private static DataFilter Rows(long first, long last) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new()
                {
                    Field = CustomerRows.Number,
                    Operand = DataComparison.GreaterThan,
                    Value = first - 1,
                },
                new()
                {
                    Field = CustomerRows.Number,
                    Operand = DataComparison.LessThan,
                    Value = last + 1,
                },
            ],
        };
}
