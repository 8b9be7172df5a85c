using System.Diagnostics.CodeAnalysis;
using System.Net;
using Polly;
using Polly.Retry;

namespace KoreXo.Runtime;

/// <summary>Decides whether a call is retried, and when. Docs: decisions/0007-what-is-repeated.md.</summary>
/// <remarks>
/// The question is always whether the request may already have been applied. A POST that got a 429 was not, and is retried; a
/// POST whose connection broke may have been, and is not; a GET is harmless either way. For example, 503 with <c>Retry-After: 20</c> delays
/// only this call, but 429 with the same header pauses every request that shares the budget.
/// </remarks>
internal sealed class RetryRule(ClientSettings settings)
{
    private readonly RetryBudget _budget = new();

    public void Begin() => _budget.Earn();

    /// <summary>
    /// Checks whether a failure is of a kind that is retried, so that the rule must be asked about it. It changes nothing, unlike the rule.
    /// </summary>
    public static bool MayRetry(KoreXoException fault) =>
        // Stryker disable once Conditional : the rule refuses it all the same, only later
        fault is KoreXoRateLimitException
            ? fault.Status is not null
            : fault.IsTransient || fault.Status is HttpStatusCode.Unauthorized or HttpStatusCode.ExpectationFailed;

    public void AddTo(ResiliencePipelineBuilder pipeline) =>
        pipeline.AddRetry(
            new RetryStrategyOptions
            {
                Name = "Retry",
                MaxRetryAttempts = int.MaxValue, // each call has its own maximum
                ShouldHandle = attempt =>
                    attempt.Outcome.Exception is KoreXoException fault
                        ? ShouldRetryAsync(CallKey.Of(attempt.Context), fault)
                        : new ValueTask<bool>(false),
                DelayGenerator = static attempt => new ValueTask<TimeSpan?>(CallKey.Of(attempt.Context).NextDelay),
            }
        );

    private async ValueTask<bool> ShouldRetryAsync(CallState call, KoreXoException fault)
    {
        call.NextDelay = TimeSpan.Zero;
        if (call.Caller.IsCancellationRequested || call.Clock.IsOver || call.Request.Body is { CanReplay: false })
        {
            return false;
        }

        var retry = fault switch
        {
            KoreXoAuthenticationException { Status: HttpStatusCode.Unauthorized } => call.TakeAnotherToken(),

            { Status: HttpStatusCode.ExpectationFailed } => call.DropExpectation(),

            // Without a status, the client itself rejected the call: no permit was available in time.
            KoreXoRateLimitException => fault.Status is not null
                && HasRetriesLeft(call)
                && await WaitForRateAsync(call, fault).ConfigureAwait(false),

            // The call has already waited for the store.
            { InnerException: RateLimitStoreException } => false,

            // A request that was never sent may be retried with any method; any other may have been applied.
            { IsTransient: true } => (
                call.Operation.Idempotent
                || call.Operation.IdempotencyKey is not null
                || fault is { Status: null, MayHaveBeenApplied: false }
            )
                && HasRetriesLeft(call)
                && WaitForServer(call, fault.RetryAfter)
                && Spend(call),
            _ => false,
        };
        if (retry)
        {
            call.Repeat(fault);
            Report(call, fault);
        }

        return retry;
    }

    private bool Spend(CallState call)
    {
        var spent = _budget.TrySpend();
        if (!spent)
        {
            settings.Logger(call.Operation.Api).BudgetSpent(call.Operation.DisplayName);
        }

        return spent;
    }

    private void Report(CallState call, KoreXoException fault)
    {
        var reason = Tags.ErrorTypeOf(fault);
        settings.Logger(call.Operation.Api).Repeated(call.Operation.DisplayName, call.Attempts, call.NextDelay, reason);
        if (Instruments.Retries.Enabled)
        {
            var tags = Tags.From(call.Options?.Tags);
            tags.Add(Tags.Operation, call.Operation.DisplayName);
            tags.Add(Tags.Server, settings.Host);
            tags.Add(Tags.ErrorType, reason);
            Instruments.Retries.TryAdd(tags);
        }
    }

    private bool HasRetriesLeft(CallState call) => call.Repetitions < (call.Options?.MaxRetries ?? settings.MaxRetries);

    private async ValueTask<bool> WaitForRateAsync(CallState call, KoreXoException refusal)
    {
        if (refusal.RetryAfter > call.Wait.Left)
        {
            return false;
        }

        if (call.Limiter is null)
        {
            return WaitForServer(call, refusal.RetryAfter);
        }

        // Every request on the budget is paused: if one was rate limited, the next would be too.
        var wait = refusal.RetryAfter ?? Shortest(call.Limiter.Windows);
        if (wait > call.Wait.Left)
        {
            return false;
        }

        if (!await call.Limiter.PauseAsync(wait, call.Caller).ConfigureAwait(false))
        {
            return WaitForServer(call, wait);
        }

        settings.Logger(call.Operation.Api).HeldBack(call.Operation.DisplayName, call.Limiter.Partition.Budget, wait);
        return true;
    }

    private static TimeSpan Shortest(IReadOnlyList<RateLimitWindow> windows)
    {
        var shortest = windows[0].Seconds;
        for (var index = 1; index < windows.Count; index++)
        {
            shortest = Math.Min(shortest, windows[index].Seconds);
        }

        return TimeSpan.FromSeconds(shortest);
    }

    [SuppressMessage("Security", "CA5394", Justification = "Spreads load; nothing depends on it being unpredictable.")]
    private static bool WaitForServer(CallState call, TimeSpan? asked)
    {
        if (asked is not { } wait)
        {
            var delay = Backoff.Delay(call.Repetitions, Random.Shared.NextDouble());
            var left = call.Clock.Left;
            call.NextDelay = left == Timeout.InfiniteTimeSpan || delay < left ? delay : left;
            return true;
        }

        if (wait > call.Wait.Left)
        {
            return false;
        }

        // A wait that the server asked for does not count against the time of the call.
        call.Clock.Pause();
        call.Wait.Spend(wait);
        var delayed = Backoff.Delay(wait, call.Repetitions, Random.Shared.NextDouble());
        call.NextDelay = delayed < ClientSettings.LongestLimit ? delayed : ClientSettings.LongestLimit;
        return true;
    }
}
