using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>Acquires the permit of an attempt; the wait does not count against the time of the call.</summary>
internal sealed class PermitAcquisition(ClientSettings settings)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(1);

    /// <summary>Acquires a permit, which is kept in the call until it is taken.</summary>
    /// <returns>The exception that ends the call; <see langword="null"/> if the permit was acquired.</returns>
    public ValueTask<Exception?> AcquireAsync(CallState call, CancellationToken cancellationToken) =>
        call.Limiter!.TryAcquire(out call.Attempt.Permit) ? default : QueueAsync(call, cancellationToken);

    private ValueTask<Exception?> QueueAsync(CallState call, CancellationToken cancellationToken)
    {
        ValueTask<QuotaLease> waiting;
        try
        {
            waiting = call.Limiter!.AcquireAsync(call.Wait, Lifetime(call), cancellationToken);
        }
        catch (Exception fault)
        {
            return new ValueTask<Exception?>(Failed(call, fault));
        }

        if (!waiting.IsCompletedSuccessfully)
        {
            return WaitAsync(waiting, call, cancellationToken);
        }

        var lease = waiting.Result;
        if (lease.IsAcquired)
        {
            call.Attempt.Permit = lease;
            return default;
        }

        return TooLongAsync(call, lease.RetryAfter, cancellationToken);
    }

    private async ValueTask<Exception?> WaitAsync(ValueTask<QuotaLease> waiting, CallState call, CancellationToken cancellationToken)
    {
        QuotaLease lease;
        var begun = settings.TimeProvider.GetTimestamp();
        call.Clock.Pause();
        settings.Logger(call.Operation.Api).WaitingForQuota(call.Operation.DisplayName, call.Limiter!.Partition.Budget);
        try
        {
            lease = await waiting.ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            return Failed(call, fault);
        }
        finally
        {
            var waited = settings.TimeProvider.GetElapsedTime(begun);
            call.Wait.Spend(waited);
            Tell(call, waited);
        }

        if (!lease.IsAcquired)
        {
            return await TooLongAsync(call, lease.RetryAfter, cancellationToken).ConfigureAwait(false);
        }

        call.Attempt.Permit = lease;
        return null;
    }

    private void Tell(CallState call, TimeSpan waited)
    {
        var (operation, budget) = (call.Operation.DisplayName, call.Limiter!.Partition.Budget);
        settings.Logger(call.Operation.Api).WaitedForQuota(operation, waited, budget);
        if (Instruments.QuotaWait.Enabled)
        {
            var tags = Tags.From(call.Options?.Tags);
            tags.Add(Tags.Operation, operation);
            tags.Add(Tags.Server, settings.Host);
            tags.Add(Tags.Budget, budget);
            Instruments.QuotaWait.TryRecord(waited.TotalSeconds, tags);
        }
    }

    // No longer than the attempt itself; a little more, for the release to arrive.
    private TimeSpan Lifetime(CallState call)
    {
        var timeout = call.Options?.AttemptTimeout ?? (call.Request.IsTransfer ? Timeout.InfiniteTimeSpan : settings.AttemptTimeout);
        return timeout == Timeout.InfiniteTimeSpan || timeout > LongestLifetime ? LongestLifetime : timeout + Margin;
    }

    private static Exception Failed(CallState call, Exception fault) =>
        fault is RateLimitStoreException
            ? new KoreXoException(
                ResponseErrors.Message(
                    call,
                    $"not sent: no permit for the rate limit '{call.Limiter!.Partition.Budget}', because {fault.Message}{call.Effort}. Check the {nameof(KoreXoClientOptions.RateLimitStore)}"
                ),
                call.Facts() with
                {
                    IsTransient = true,
                },
                fault
            )
            : fault;

    private static async ValueTask<Exception?> TooLongAsync(CallState call, TimeSpan wait, CancellationToken cancellationToken)
    {
        var limiter = call.Limiter!;
        var facts = call.Facts() with { RetryAfter = wait, IsTransient = true };
        var state = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
        return new KoreXoRateLimitException(
            ResponseErrors.Message(
                call,
                $"not sent: the rate limit '{limiter.Partition.Budget}' ({Describe(limiter.Windows)}) has no capacity for another {Rounded(wait)}, longer than the call may wait ({call.Wait.Setting}). Retry after that time"
            ),
            facts
        )
        {
            RateLimit = state,
        };
    }

    private static string Describe(IReadOnlyList<RateLimitWindow> windows) =>
        string.Join(
            ", ",
            windows.Select(static window => string.Create(CultureInfo.InvariantCulture, $"{window.Calls} calls in {window.Seconds} s"))
        );

    private static TimeSpan Rounded(TimeSpan wait) =>
        wait > TimeSpan.MaxValue - TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
}
