using System.Globalization;
using StackExchange.Redis;

namespace KoreXo;

/// <summary>
/// Counts calls in Redis 5 or later, so that any number of processes keep to one rate limit. Thread-safe; create one and share it.
/// </summary>
/// <remarks>
/// Each permit costs one script to acquire and one to release it, on the clock of the server. Permits of a process that was killed end
/// with the time limit of their attempt. A server that loses its data, because it was killed and does not append to a file, starts
/// counting from zero.
/// </remarks>
public sealed class RedisRateLimitStore : IRateLimitStore, IAsyncDisposable, IDisposable
{
    private const string Prefix = "korexo:";

    private static readonly RedisChannel Channel = RedisChannel.Literal(Prefix + "capacity");

    private readonly RedisConnection _connection;
    private readonly CapacitySignals _signals = new();
    private readonly Lock _gate = new();
    private Task? _subscribed;

    /// <summary>
    /// Initializes a new instance of the <see cref="RedisRateLimitStore"/> class with its own connection, which is opened when it is first
    /// needed.
    /// </summary>
    /// <param name="configuration">The configuration of StackExchange.Redis, such as <c>localhost:6379</c> or
    /// <c>redis.example:6380,ssl=true,password=…</c>.</param>
    /// <exception cref="ArgumentException">The configuration is invalid.</exception>
    public RedisRateLimitStore(string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        _connection = new RedisConnection(configuration);
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="RedisRateLimitStore"/> class over a connection, which it does not close.
    /// </summary>
    /// <param name="connection">The connection.</param>
    public RedisRateLimitStore(IConnectionMultiplexer connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = new RedisConnection(connection);
    }

    /// <inheritdoc/>
    public async ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        var result = await RunAsync(
                RedisScripts.Acquire,
                permit.Partition,
                [Name(permit), Microseconds(permit.Lifetime), .. Arguments(permit.Windows)],
                cancellationToken
            )
            .ConfigureAwait(false);
        var wait = Time((RedisValue)result);
        return wait == TimeSpan.Zero ? RateLimitAcquisition.Acquired : RateLimitAcquisition.CreateRejected(wait);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        var longest = permit.Windows.Max(static window => window.Seconds);
        await RunAsync(
                RedisScripts.Release,
                permit.Partition,
                [Name(permit), isUsed ? 1 : 0, Microseconds(TimeSpan.FromSeconds(longest)), Channel.ToString(), Key(permit.Partition)],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partition);
        await RunAsync(RedisScripts.Pause, partition, [Microseconds(time)], cancellationToken).ConfigureAwait(false);
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
        await SubscribeAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        await _signals.WaitAsync(Key(partition), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connection, if it is the store's own.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Closes the connection, if it is the store's own.</summary>
    /// <returns>A task that completes when the connection is closed.</returns>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<RateLimitState> GetAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(windows);
        var result = await RunAsync(RedisScripts.State, partition, [ahead, .. Arguments(windows)], cancellationToken).ConfigureAwait(false);
        var values = (RedisValue[])result!;
        var states = windows.Select(
            (window, index) =>
                new RateLimitWindowState(window, Math.Max(0, window.Calls - (int)values[1 + (2 * index)]), Time(values[2 + (2 * index)]))
        );
        return new RateLimitState(partition.Budget, [.. states], Time(values[0]));
    }

    private async Task<RedisResult> RunAsync(
        string script,
        RateLimitPartition partition,
        RedisValue[] arguments,
        CancellationToken cancellationToken
    )
    {
        var connection = await _connection.OpenAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var key = Key(partition);
        return await connection
            .GetDatabase()
            .ScriptEvaluateAsync(script, [key + ":permits", key + ":pause"], arguments)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    // One subscription for all that wait; the connection renews it by itself.
    private Task SubscribeAsync()
    {
        lock (_gate)
        {
            return _subscribed = _subscribed is null or { IsFaulted: true } ? StartAsync() : _subscribed;
        }

        async Task StartAsync()
        {
            var connection = await _connection.OpenAsync().ConfigureAwait(false);
            await connection.GetSubscriber().SubscribeAsync(Channel, (_, key) => _signals.Signal(key.ToString())).ConfigureAwait(false);
        }
    }

    // The braces keep the keys of a partition on one node of a cluster.
    private static string Key(RateLimitPartition partition) =>
        $"{Prefix}{{{Uri.EscapeDataString(partition.Server)}/{Uri.EscapeDataString(partition.ClientId)}/{Uri.EscapeDataString(partition.Budget)}/{Uri.EscapeDataString(partition.Key)}}}";

    private static RedisValue Name(RateLimitPermit permit) => permit.Id.ToString("N", CultureInfo.InvariantCulture);

    private static IEnumerable<RedisValue> Arguments(IReadOnlyList<RateLimitWindow> windows) =>
        windows.SelectMany(static window => new RedisValue[] { window.Calls, Microseconds(TimeSpan.FromSeconds(window.Seconds)) });

    private static RedisValue Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static TimeSpan Time(RedisValue microseconds) => TimeSpan.FromMicroseconds((long)microseconds);
}
