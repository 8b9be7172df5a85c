using StackExchange.Redis;

namespace KoreXo;

/// <summary>A connection that is opened when it is first needed, and again after that failed.</summary>
internal sealed class RedisConnection : IAsyncDisposable, IDisposable
{
    private const int ReconnectMilliseconds = 500;

    private readonly ConfigurationOptions? _configuration;
    private readonly Lock _gate = new();
    private Task<IConnectionMultiplexer>? _connection;
    private bool _isDisposed;

    public RedisConnection(IConnectionMultiplexer connection) => _connection = Task.FromResult(connection);

    public RedisConnection(string configuration)
    {
        _configuration = ConfigurationOptions.Parse(configuration);

        // The client itself waits for a store that is down: a command fails immediately, and the connection keeps trying.
        _configuration.AbortOnConnectFail = false;
        _configuration.BacklogPolicy = BacklogPolicy.FailFast;
        _configuration.ReconnectRetryPolicy = new LinearRetry(ReconnectMilliseconds);
    }

    public Task<IConnectionMultiplexer> OpenAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisRateLimitStore));
            return _connection = _connection is null or { IsFaulted: true } ? ConnectAsync() : _connection;
        }

        async Task<IConnectionMultiplexer> ConnectAsync() =>
            await ConnectionMultiplexer.ConnectAsync(_configuration!).ConfigureAwait(false);
    }

    /// <summary>Closes the connection in the background.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (End() is not { } connection)
        {
            return;
        }

        await ((Task)connection).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connection.IsCompletedSuccessfully)
        {
            var open = await connection.ConfigureAwait(false);
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Returns the connection that must be closed, once.</summary>
    private Task<IConnectionMultiplexer>? End()
    {
        lock (_gate)
        {
            var own = _isDisposed || _configuration is null ? null : _connection;
            _isDisposed = true;
            return own;
        }
    }
}
