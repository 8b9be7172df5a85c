using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// The pipeline around an attempt: retries, rate limits, and the user's own strategies. The sender handles total timeout and attempts.
/// </summary>
internal sealed class CallPipeline
{
    /// <summary>The error for a pipeline that lacks the client's own.</summary>
    public const string Unusable =
        $"{nameof(KoreXoClientOptions.ConfigureResilience)} must add the client's own pipeline with builder.AddPipeline(own): without it, nothing is retried and no rate limit is enforced.";

    private readonly ResiliencePipeline _pipeline;
    private readonly AttemptSender _attempts;

    private CallPipeline(ResiliencePipeline pipeline, AttemptSender attempts)
    {
        _pipeline = pipeline;
        _attempts = attempts;
    }

    public static CallPipeline Create(ClientSettings options, RetryRule retry, AttemptSender attempts) =>
        new(Build(options, retry), attempts);

    public static ResiliencePipeline Build(ClientSettings options, RetryRule retry)
    {
        var own = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        retry.AddTo(own);
        own.AddStrategy(_ => new QuotaStrategy(options));
        var built = own.Build();
        if (options.ConfigureResilience is not { } configure)
        {
            return built;
        }

        var whole = new ResiliencePipelineBuilder { Name = "KoreXo", TimeProvider = options.TimeProvider };
        configure(whole, built);
        var pipeline = whole.Build();
        return PipelineProbe.IsMissing(pipeline) ? throw new ArgumentException(Unusable, nameof(options)) : pipeline;
    }

    /// <summary>Runs a call, or what is left of it after its first attempt failed; its result is kept in it.</summary>
    /// <returns>The exception that ended the call; <see langword="null"/> for success.</returns>
    public async ValueTask<Exception?> RunAsync<T>(CallState<T> call)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Caller);
        try
        {
            CallKey.Attach(call, context);
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(
                    static (context, state) => AttemptAsync(state.Call, state.Attempts, context),
                    context,
                    (Attempts: _attempts, Call: call)
                )
                .ConfigureAwait(false);

            // A strategy of the user's may have put another result in the place of the attempt's.
            call.Result = outcome.Result;
            return outcome.Exception;
        }
        catch (Exception fault)
        {
            return fault; // of the user's own strategies
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask<Outcome<T>> AttemptAsync<T>(CallState<T> call, AttemptSender attempts, ResilienceContext context)
    {
        if (!call.IsGuarded)
        {
            throw new InvalidOperationException(Unusable);
        }

        // The first attempt was sent already; the pipeline decides what follows its failure.
        var fault = call.TakeFirstFailure() ?? await attempts.SendAsync(call, context.CancellationToken).ConfigureAwait(false);
        return fault is null ? Outcome.FromResult(call.Result!) : Outcome.FromException<T>(fault);
    }
}
