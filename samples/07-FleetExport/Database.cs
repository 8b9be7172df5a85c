using Npgsql;

namespace FleetExport;

/// <summary>
/// Runs commands, and runs them again while the database cannot be reached. So each must have the same effect when it runs twice: whether
/// one was applied before its connection broke is unknown.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _clock;
    private readonly Action<string> _report;
    private int _isDown;

    public Database(string connectionString, TimeProvider clock, Action<string> report)
    {
        _clock = clock;
        _report = report;

        // A database that does not respond must not keep a worker for longer than a lease.
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Timeout = 5, CommandTimeout = 5 });
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Runs a statement until the database has responded.</summary>
    /// <returns>The number of affected rows.</returns>
    /// <exception cref="InvalidDataException">The database rejects the statement.</exception>
    public Task<int> ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken) =>
        RetryAsync(
            async () =>
            {
                await using var command = Create(sql, values);
                return await command.ExecuteNonQueryAsync(CancellationToken.None);
            },
            cancellationToken
        );

    /// <summary>Runs a query until the database has responded.</summary>
    /// <exception cref="InvalidDataException">The database rejects the query.</exception>
    public Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql,
        object?[] values,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    ) =>
        RetryAsync<IReadOnlyList<T>>(
            async () =>
            {
                await using var command = Create(sql, values);
                await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
                var results = new List<T>();
                while (await reader.ReadAsync(CancellationToken.None))
                {
                    results.Add(read(reader));
                }

                return results;
            },
            cancellationToken
        );

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    // A statement that has begun is not canceled: what it changed must be known, or an item would stay leased that nobody works on.
    private async Task<T> RetryAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var result = await run();
                if (Interlocked.Exchange(ref _isDown, 0) == 1)
                {
                    _report("The database responds again.");
                }

                return result;
            }
            catch (NpgsqlException exception) when (exception.IsTransient)
            {
                if (Interlocked.Exchange(ref _isDown, 1) == 0)
                {
                    _report($"Waiting for the database: {exception.Message}");
                }

                await Task.Delay(Pause, _clock, cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                throw new InvalidDataException("This database has no plan: run 'plan' first.", exception);
            }
            catch (NpgsqlException exception)
            {
                throw new InvalidDataException($"The database failed: {exception.Message}", exception);
            }
        }
    }

    private NpgsqlCommand Create(string sql, object?[] values)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
