using Npgsql;

namespace FleetExport;

/// <summary>The items in the database: who takes, keeps, completes and gives back which, on the clock of the server.</summary>
internal sealed class WorkQueue(Database database)
{
    /// <summary>How often an item may fail, or be left by a worker that ended, before it is left alone until the next plan.</summary>
    public const int MostFailures = 10;

    private const string IsHeld = "bot = $1 AND day = $2 AND kind = $3 AND attempt = $4 AND worker IS NOT NULL AND done_at IS NULL";

    /// <summary>Takes the next item that nobody holds. Workers that ask together skip what another one is about to take.</summary>
    /// <returns>The item, or <see langword="null"/> if there is none at the moment.</returns>
    public async Task<WorkItem?> TakeAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        const string Sql = """
            WITH next AS (
                SELECT bot, day, kind
                FROM fleet_export.items
                WHERE done_at IS NULL AND failures < $3 AND free_from <= clock_timestamp()
                ORDER BY day, bot, kind
                LIMIT 1
                FOR UPDATE SKIP LOCKED
            )
            UPDATE fleet_export.items AS item
            SET attempt = attempt + 1, worker = $1, started_at = clock_timestamp(), free_from = clock_timestamp() + $2, rows = 0,
                failures = failures + (worker IS NOT NULL)::int,
                error = CASE WHEN worker IS NULL THEN error ELSE 'left by ' || worker END
            FROM next
            WHERE item.bot = next.bot AND item.day = next.day AND item.kind = next.kind
            RETURNING item.bot, item.day, item.kind, item.attempt
            """;
        var taken = await database.QueryAsync(Sql, [worker, lease, MostFailures], ReadItem, cancellationToken);
        return taken.Count == 0 ? null : taken[0];
    }

    /// <summary>Extends the lease, and records the progress.</summary>
    /// <returns><see langword="false"/> if the item is no longer held with this attempt.</returns>
    public Task<bool> RenewAsync(WorkItem item, TimeSpan lease, long rows, CancellationToken cancellationToken) =>
        ChangeAsync($"free_from = clock_timestamp() + $5, rows = $6 WHERE {IsHeld}", item, [lease, rows], cancellationToken);

    /// <summary>Marks an item as done.</summary>
    /// <returns><see langword="false"/> if another worker has taken it.</returns>
    public Task<bool> CompleteAsync(WorkItem item, long rows, long bytes, CancellationToken cancellationToken) =>
        ChangeAsync(
            "done_at = coalesce(done_at, clock_timestamp()), rows = $5, bytes = $6, failures = 0, error = NULL"
                + " WHERE bot = $1 AND day = $2 AND kind = $3 AND attempt = $4 AND worker IS NOT NULL",
            item,
            [rows, bytes],
            cancellationToken
        );

    /// <summary>Gives an item back, so that any worker can take it immediately.</summary>
    /// <returns><see langword="false"/> if the item is no longer held with this attempt.</returns>
    public Task<bool> GiveBackAsync(WorkItem item, CancellationToken cancellationToken) =>
        ChangeAsync($"worker = NULL, rows = 0, free_from = '-infinity' WHERE {IsHeld}", item, [], cancellationToken);

    /// <summary>Gives an item back that failed. It is tried again, after a pause that doubles each time.</summary>
    /// <param name="item">The item.</param>
    /// <param name="error">Why it failed.</param>
    /// <param name="isFinal">Whether there is no point in trying again.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns><see langword="false"/> if the item is no longer held with this attempt.</returns>
    public Task<bool> FailAsync(WorkItem item, string error, bool isFinal, CancellationToken cancellationToken) =>
        ChangeAsync(
            "worker = NULL, rows = 0, error = $5, failures = CASE WHEN $6 THEN $7 ELSE failures + 1 END,"
                + $" free_from = clock_timestamp() + interval '1 s' * 2 ^ failures WHERE {IsHeld}",
            item,
            [error, isFinal, MostFailures],
            cancellationToken
        );

    /// <summary>Returns whether there are items that are neither done nor given up.</summary>
    public async Task<bool> HasWorkAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT EXISTS (SELECT FROM fleet_export.items WHERE done_at IS NULL AND failures < $1)";
        return (await database.QueryAsync(Sql, [MostFailures], static row => row.GetBoolean(0), cancellationToken))[0];
    }

    public static WorkItem ReadItem(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetString(2), row.GetInt32(3));

    private async Task<bool> ChangeAsync(string change, WorkItem item, object[] values, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"UPDATE fleet_export.items SET {change}",
            [item.Bot, item.Day, item.Kind, item.Attempt, .. values],
            cancellationToken
        ) == 1;
}
