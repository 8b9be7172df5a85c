using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace KoreXo;

/// <summary>
/// Counts calls in PostgreSQL 12 or later, so that any number of processes keep to one rate limit. Thread-safe; create one and share it.
/// </summary>
/// <remarks>
/// Each permit costs one function call to acquire, under an advisory lock for each budget, and one to release it, on the clock of the
/// server. Permits of a process that was killed end with the time limit of their attempt. What is stored is in the schema <c>korexo</c>,
/// which is created when it is first needed; see <see cref="Schema"/>.
/// </remarks>
public sealed class PostgreSqlRateLimitStore : IRateLimitStore, IAsyncDisposable, IDisposable
{
    // The calls of a partition take turns in the database. A burst that opened a connection for each would gain nothing, and on a busy
    // server none of them would be open in time.
    private const int MostAtOnce = 16;

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly NpgsqlDataSource _source;
    private readonly bool _isOwned;
    private readonly SchemaSetup _schema;
    private readonly CapacityListener _listener;

    /// <summary>
    /// Initializes a new instance of the <see cref="PostgreSqlRateLimitStore"/> class with its own pool of connections, which are opened
    /// when they are needed.
    /// </summary>
    /// <param name="connectionString">The connection string of Npgsql, such as
    /// <c>Host=db.example;Database=app;Username=app;Password=…</c>.</param>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public PostgreSqlRateLimitStore(string connectionString)
        : this(NpgsqlDataSource.Create(connectionString), isOwned: true) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="PostgreSqlRateLimitStore"/> class over a data source, which it does not dispose.
    /// </summary>
    /// <param name="dataSource">The data source.</param>
    public PostgreSqlRateLimitStore(NpgsqlDataSource dataSource)
        : this(dataSource ?? throw new ArgumentNullException(nameof(dataSource)), isOwned: false) { }

    private PostgreSqlRateLimitStore(NpgsqlDataSource source, bool isOwned)
    {
        _source = source;
        _isOwned = isOwned;
        _schema = new SchemaSetup(source);
        _listener = new CapacityListener(source);
    }

    /// <summary>
    /// Gets the SQL script that creates the schema, to run it as another role than the application's. That role then needs <c>USAGE</c> on
    /// the schema, and <c>SELECT, INSERT, UPDATE, DELETE</c> on its tables.
    /// </summary>
    public static string Schema => SchemaSetup.Script;

    /// <inheritdoc/>
    public async ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        await _schema.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var command = Create(
            "SELECT korexo.acquire($1, $2, $3, $4, $5)",
            Key(permit.Partition),
            permit.Id,
            permit.Lifetime,
            Calls(permit.Windows),
            Lengths(permit.Windows)
        );
        var rejected = await RunAsync(command, static (command, token) => command.ExecuteScalarAsync(token), cancellationToken)
            .ConfigureAwait(false);
        return rejected is TimeSpan wait ? RateLimitAcquisition.CreateRejected(wait) : RateLimitAcquisition.Acquired;
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        var key = Key(permit.Partition);
        var command = Create(
            "SELECT korexo.release($1, $2, $3, $4, $5)",
            key,
            permit.Id,
            isUsed,
            Lengths(permit.Windows).Max(),
            Signal(key)
        );
        await RunAsync(command, static (command, token) => command.ExecuteNonQueryAsync(token), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partition);
        await _schema.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var command = Create("SELECT korexo.pause($1, $2)", Key(partition), time);
        await RunAsync(command, static (command, token) => command.ExecuteNonQueryAsync(token), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    )
    {
        var state = await GetAsync(partition, windows, ahead, cancellationToken).ConfigureAwait(false);
        return state.Windows.Aggregate(state.PausedFor, static (longest, window) => window.NextIn > longest ? window.NextIn : longest);
    }

    /// <inheritdoc/>
    public async ValueTask<RateLimitState> GetStateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    ) => await GetAsync(partition, windows, ahead: 0, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask WaitForCapacityAsync(RateLimitPartition partition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partition);
        await _listener.WaitAsync(Signal(Key(partition)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections, if they are the store's own.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        if (_isOwned)
        {
            _source.Dispose();
        }
    }

    /// <summary>Closes the connections, if they are the store's own.</summary>
    /// <returns>A task that completes when they are closed.</returns>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_isOwned)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<RateLimitState> GetAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(windows);
        await _schema.EnsureAsync(cancellationToken).ConfigureAwait(false);
        var command = Create(
            "SELECT used, wait, paused FROM korexo.state($1, $2, $3, $4)",
            Key(partition),
            Calls(windows),
            Lengths(windows),
            ahead
        );
        return await RunAsync(command, (command, token) => ReadAsync(command, partition, windows, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<RateLimitState> ReadAsync(
        NpgsqlCommand command,
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    )
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var states = new List<RateLimitWindowState>();
        var paused = TimeSpan.Zero;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var window = windows[states.Count];
            var remaining = Math.Max(0, window.Calls - (int)reader.GetInt64(0));
            states.Add(new RateLimitWindowState(window, remaining, reader.GetTimeSpan(1)));
            paused = reader.GetTimeSpan(2);
        }

        return new RateLimitState(partition.Budget, states, paused);
    }

    private async Task<T> RunAsync<T>(
        NpgsqlCommand command,
        Func<NpgsqlCommand, CancellationToken, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        await using var ending = command.ConfigureAwait(false);
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await run(command, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }

    private NpgsqlCommand Create(string sql, params object[] values)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static string Key(RateLimitPartition partition) =>
        $"{Uri.EscapeDataString(partition.Server)}/{Uri.EscapeDataString(partition.ClientId)}/{Uri.EscapeDataString(partition.Budget)}/{Uri.EscapeDataString(partition.Key)}";

    // A notification carries at most 8,000 bytes.
    private static string Signal(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static int[] Calls(IReadOnlyList<RateLimitWindow> windows) => [.. windows.Select(static window => window.Calls)];

    private static TimeSpan[] Lengths(IReadOnlyList<RateLimitWindow> windows) =>
        [.. windows.Select(static window => TimeSpan.FromSeconds(window.Seconds))];
}
