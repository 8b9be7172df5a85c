using System.Globalization;
using System.Text;

namespace FleetExport;

/// <summary>The progress of all workers: how much is done, how fast, and who holds what.</summary>
internal sealed record Status(long Items, long Done, long GivenUp, long Rows, double RowsPerSecond, IReadOnlyList<Status.Line> Lines)
{
    /// <summary>An item that is held, or has failed.</summary>
    public sealed record Line(WorkItem Item, string? Worker, long Rows, TimeSpan HeldFor, TimeSpan LeasedFor, long Failures, string? Error);

    public bool IsDone => Done == Items;

    /// <summary>Reads the status.</summary>
    public static async Task<Status> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        // The rows of an item count where its time overlaps with the last minute, as if they had come evenly.
        const string CountAll = """
            WITH timed AS (
                SELECT *, clock_timestamp() AS now, coalesce(done_at, least(free_from, clock_timestamp())) AS ended_at
                FROM fleet_export.items
            )
            SELECT count(*), count(done_at), count(*) FILTER (WHERE done_at IS NULL AND failures >= $1), coalesce(sum(rows), 0)::bigint,
                coalesce(sum(
                    rows * extract(epoch FROM least(ended_at, now) - greatest(started_at, now - interval '1 minute'))
                    / greatest(extract(epoch FROM ended_at - started_at), 0.001)
                ) FILTER (WHERE rows > 0 AND ended_at > now - interval '1 minute')
                / greatest(1, least(60, extract(epoch FROM max(now) - min(started_at)))), 0)::float8
            FROM timed
            """;
        const string SelectLines = """
            SELECT bot, day, kind, attempt, worker, rows, clock_timestamp() - started_at, free_from - clock_timestamp(), failures, error
            FROM fleet_export.items
            WHERE done_at IS NULL AND (worker IS NOT NULL OR failures > 0)
            ORDER BY worker, day, bot, kind
            """;
        var lines = await database.QueryAsync(
            SelectLines,
            [],
            static row => new Line(
                WorkQueue.ReadItem(row),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.GetInt64(5),
                row.IsDBNull(6) ? TimeSpan.Zero : row.GetTimeSpan(6),
                row.GetTimeSpan(7),
                row.GetInt64(8),
                row.IsDBNull(9) ? null : row.GetString(9)
            ),
            cancellationToken
        );
        var totals = await database.QueryAsync(
            CountAll,
            [WorkQueue.MostFailures],
            row => new Status(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4), lines),
            cancellationToken
        );
        return totals[0];
    }

    public override string ToString()
    {
        var held = Lines.Where(static line => line.Worker is not null).ToList();
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Done} of {Items} items done, {Items - Done} left, {held.Count} held, {GivenUp} given up; {Rows:N0} rows, {RowsPerSecond:N0} rows/s"
        );
        foreach (var line in held)
        {
            var lease = line.LeasedFor > TimeSpan.Zero ? $"leased for {line.LeasedFor.TotalSeconds:N0} s" : "lease expired";
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  {line.Worker}  {line.Item}  {line.Rows:N0} rows in {line.HeldFor.TotalSeconds:N0} s, {lease}"
            );
        }

        foreach (var line in Lines.Where(static line => line.Failures > 0))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n  {line.Item}  {line.Failures} of {WorkQueue.MostFailures} failures: {line.Error}"
            );
        }

        return text.ToString();
    }
}
