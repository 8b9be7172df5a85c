using Npgsql;

namespace KoreXo;

/// <summary>Creates the schema if it does not exist, once for each store, and again after that failed.</summary>
internal sealed class SchemaSetup(NpgsqlDataSource source)
{
    // Processes that start together must not create it together.
    private const string CreateLock = "SELECT pg_advisory_xact_lock(hashtextextended('korexo schema', 0));";

    private const string Exists = "SELECT to_regprocedure('korexo.state(text,int[],interval[],int)') IS NOT NULL";

    private readonly Lock _gate = new();
    private Task? _setup;

    public static string Script { get; } = Read();

    public Task EnsureAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _setup = _setup is null or { IsFaulted: true } ? CreateAsync() : _setup;
            return _setup.IsCompletedSuccessfully ? _setup : _setup.WaitAsync(cancellationToken);
        }
    }

    // All calls that wait for it share it, so it does not end with one of them.
    private async Task CreateAsync()
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        if (await ExistsAsync(connection).ConfigureAwait(false))
        {
            return;
        }

        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, CreateLock).ConfigureAwait(false);
        if (!await ExistsAsync(connection).ConfigureAwait(false))
        {
            await ExecuteAsync(connection, Script).ConfigureAwait(false);
        }

        await transaction.CommitAsync().ConfigureAwait(false);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Exists, connection);
        await using var closing = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync().ConfigureAwait(false) is true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var closing = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(SchemaSetup).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}
