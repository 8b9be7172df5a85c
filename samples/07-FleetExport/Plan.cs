namespace FleetExport;

/// <summary>Adds items, and finds those that must be done again. Planning what is planned already changes nothing.</summary>
internal static class Plan
{
    /// <summary>Creates the table if needed, and adds the items that it does not have.</summary>
    /// <returns>The number of added items.</returns>
    public static async Task<int> AddAsync(
        Database database,
        IReadOnlyList<string> bots,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        await database.ExecuteAsync(ReadSchema(), [], cancellationToken);
        const string Sql = """
            INSERT INTO fleet_export.items (bot, day, kind)
            SELECT bot, day::date, kind
            FROM unnest($1) AS bot, generate_series($2::timestamp, $3::timestamp - interval '1 day', interval '1 day') AS day, unnest($4) AS kind
            ON CONFLICT DO NOTHING
            """;
        return await database.ExecuteAsync(Sql, [bots.ToArray(), from, to, WorkItem.Kinds.ToArray()], cancellationToken);
    }

    /// <summary>Opens items again: those that were given up, and done ones whose file is missing or does not have its length.</summary>
    /// <returns>The number of reopened items.</returns>
    public static async Task<int> ReopenAsync(Database database, string folder, CancellationToken cancellationToken)
    {
        const string GivenUp =
            "UPDATE fleet_export.items SET failures = 0, free_from = '-infinity' WHERE done_at IS NULL AND worker IS NULL AND failures >= $1";
        var reopened = await database.ExecuteAsync(GivenUp, [WorkQueue.MostFailures], cancellationToken);
        var done = await database.QueryAsync(
            "SELECT bot, day, kind, attempt, bytes FROM fleet_export.items WHERE done_at IS NOT NULL",
            [],
            static row => (Item: WorkQueue.ReadItem(row), Bytes: row.GetInt64(4)),
            cancellationToken
        );
        foreach (var (item, bytes) in done)
        {
            var file = new FileInfo(ItemFile.Place(folder, item));
            if (!file.Exists || file.Length != bytes)
            {
                reopened += await database.ExecuteAsync(
                    """
                    UPDATE fleet_export.items
                    SET done_at = NULL, worker = NULL, rows = 0, free_from = '-infinity', error = 'the file was missing or damaged'
                    WHERE bot = $1 AND day = $2 AND kind = $3 AND attempt = $4 AND done_at IS NOT NULL
                    """,
                    [item.Bot, item.Day, item.Kind, item.Attempt],
                    cancellationToken
                );
            }
        }

        return reopened;
    }

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(Plan).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}
