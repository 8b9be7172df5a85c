using KoreXo;
using KoreXo.DataTables;
using KoreXo.Samples;

namespace TableLoad;

/// <summary>
/// Loads rows in chunks, counts them, updates some and deletes some. No row is lost or duplicated, whatever fails and whenever the process
/// is killed.
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
    /// <returns>The last line of output, and whether the load succeeded.</returns>
    public async Task<(string Text, bool IsGood)> RunAsync()
    {
        await Steps.RunAsync("load", LoadAsync);
        if (state.Counted is null)
        {
            // Saved, because the count cannot be repeated after the first deletion.
            state.Save(await Steps.RunAsync("count", show => Patience.RunAsync(clock, _ => CountAsync(show), cancellationToken)));
        }

        var (found, duplicated, trials) = state.Counted!.Value;
        await Steps.RunAsync("expire trials", _ => Patience.RunAsync(clock, _ => ExpireAsync(), cancellationToken));
        await Steps.RunAsync("delete expired", _ => Patience.RunAsync(clock, _ => DeleteAsync(), cancellationToken));
        var (left, _, _) = await Steps.RunAsync("count again", show => Patience.RunAsync(clock, _ => CountAsync(show), cancellationToken));

        // The table is complete, so the next run is a new load.
        state.Delete();
        var lost = settings.Rows - found;
        return (
            $"loaded {found} of {settings.Rows}, lost {lost}, duplicated {duplicated}, deleted {trials}, left {left}",
            lost == 0 && duplicated == 0 && left == found - trials
        );
    }

    private async Task<int> LoadAsync(Action<string> show)
    {
        // It is unknown whether the chunk in progress when an earlier process ended has arrived.
        var isDoubtful = state.Next > 1 || await AnyAsync(Rows(1, settings.Rows));
        foreach (var chunk in RowChunks.Cut(CustomerRows.Make(state.Next, settings.Rows - state.Next + 1), settings.ChunkBytes))
        {
            var last = (int)chunk[^1][CustomerRows.Number].AsInt64();
            var wasDoubtful = isDoubtful;
            show($"rows {chunk[0][CustomerRows.Number].AsInt64()} to {last} of {settings.Rows}");
            await Patience.RunAsync(clock, isRetry => InsertAsync(chunk, wasDoubtful || isRetry), cancellationToken);
            isDoubtful = false;
            state.Save(last + 1);
        }

        return settings.Rows;
    }

    /// <summary>
    /// Inserts a chunk. Inserts are not idempotent, so if an earlier attempt may have succeeded, only the missing rows are inserted. For
    /// example, if the connection broke after rows 1 to 100 were sent, they are listed first, and only those not found are sent again.
    /// </summary>
    private async Task<int> InsertAsync(List<IReadOnlyDictionary<string, JsonAny>> chunk, bool isDoubtful)
    {
        var missing = chunk;
        if (isDoubtful)
        {
            var there = new HashSet<long>();
            var (first, last) = (chunk[0][CustomerRows.Number].AsInt64(), chunk[^1][CustomerRows.Number].AsInt64());
            await foreach (
                var row in tables.ListRowsAsync(
                    settings.Table,
                    new ListRowsRequest { Query = Rows(first, last) },
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

        var inserted = await tables.InsertRowsAsync(
            settings.Table,
            new InsertRowsRequest { Rows = missing },
            cancellationToken: cancellationToken
        );
        return inserted.Rows.Count == missing.Count
            ? missing.Count
            : throw new InvalidDataException($"{inserted.Rows.Count} of {missing.Count} rows were inserted.");
    }

    private Task<bool> AnyAsync(DataFilter filter) =>
        Patience.RunAsync(
            clock,
            async _ =>
            {
                await foreach (
                    var row in tables.ListRowsAsync(
                        settings.Table,
                        new ListRowsRequest { Query = filter },
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
            var row in tables.ListRowsAsync(
                settings.Table,
                new ListRowsRequest { Query = Rows(1, settings.Rows) },
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

    // Updates and deletions always have a filter; without one they would apply to all rows. Running them twice has the same effect as once.
    private async Task<long> ExpireAsync()
    {
        var change = new Dictionary<string, JsonAny> { [CustomerRows.Plan] = Expired };
        var updated = await tables.UpdateRowsAsync(
            settings.Table,
            new UpdateRowsRequest { Query = Planned("trial"), Values = change },
            cancellationToken: cancellationToken
        );
        return updated.ModifiedCount;
    }

    private async Task<long> DeleteAsync()
    {
        var deleted = await tables.DeleteRowsAsync(
            settings.Table,
            new DeleteRowsRequest { Query = Planned(Expired) },
            cancellationToken: cancellationToken
        );
        return deleted.DeletedCount;
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
