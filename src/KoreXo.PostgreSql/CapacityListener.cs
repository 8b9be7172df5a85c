using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace KoreXo;

/// <summary>
/// Listens, on a connection of its own, to the notifications that a permit was released unused; from when a call first waits, until the
/// store is disposed. While the connection is down, calls wait until the time that they know of.
/// </summary>
internal sealed class CapacityListener(NpgsqlDataSource source) : IDisposable
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(2);

    private readonly CapacitySignals _signals = new();
    private readonly CancellationTokenSource _end = new();
    private int _isStarted;

    public Task WaitAsync(string signal, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 0)
        {
            _ = ListenAsync(_end.Token);
        }

        return _signals.WaitAsync(signal, cancellationToken);
    }

    // Whoever listens may still look at the token.
    public void Dispose() => _end.Cancel();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is tried again; without notifications, nothing breaks.")]
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                connection.Notification += (_, notification) => _signals.Signal(notification.Payload);
                var listen = new NpgsqlCommand("LISTEN korexo_capacity", connection);
                await using var ending = listen.ConfigureAwait(false);
                await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                while (true)
                {
                    await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                await Task.Delay(ReconnectAfter, TimeProvider.System, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
