namespace KoreXo.Runtime;

/// <summary>Lets many callers await one run of an action. The run is canceled only when nobody waits for it any longer.</summary>
/// <remarks>
/// If one of three waiting calls is canceled, the run continues for the other two. If all three are, it is canceled, and a call that
/// arrives afterwards starts a new run instead of joining one that is about to fail.
/// </remarks>
internal sealed class SingleFlight(Func<CancellationToken, Task> action)
{
    private readonly object _gate = new();
    private Flight? _flight;

    /// <summary>Joins the current run, or starts one.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        Flight flight;
        lock (_gate)
        {
            if (_flight is null or { Task.IsCompleted: true })
            {
                _flight = new Flight();
                _flight.Task = RunAsync(_flight);
            }

            flight = _flight;
            flight.Waiting++;
        }

        try
        {
            await flight.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(flight);
        }
    }

    private async Task RunAsync(Flight flight)
    {
        // Outside the lock, and off the stack of the caller that happened to be first.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        flight.Token.ThrowIfCancellationRequested(); // everyone may have left before it started
        await action(flight.Token).ConfigureAwait(false);
    }

    private void Leave(Flight flight)
    {
        bool abandoned;
        lock (_gate)
        {
            abandoned = --flight.Waiting == 0;
            if (abandoned && _flight == flight)
            {
                _flight = null; // newcomers must not join a run that is being canceled
            }
        }

        if (abandoned)
        {
            if (!flight.Task.IsCompleted)
            {
                // Nobody is left to observe the outcome.
                _ = flight.Task.ContinueWith(
                    static ended => ended.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }

            flight.Cancellation.Cancel();
            flight.Cancellation.Dispose();
        }
    }

    private sealed class Flight
    {
        public Flight() => Token = Cancellation.Token;

        public CancellationTokenSource Cancellation { get; } = new();

        /// <summary>Gets the token, which outlives its source: the run may access it after the last waiter has left.</summary>
        public CancellationToken Token { get; }

        public Task Task { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }
    }
}
