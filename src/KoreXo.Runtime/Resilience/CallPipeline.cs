using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// Builds the pipeline around an attempt: retries, rate limits, and the user's own strategies. The sender handles total timeout and
/// attempts.
/// </summary>
internal static class CallPipeline
{
    /// <summary>The error for a pipeline that lacks the client's own.</summary>
    public const string Unusable =
        $"{nameof(KoreXoClientOptions.ConfigureResilience)} must add the client's own pipeline with builder.AddPipeline(own): without it, nothing is retried and no rate limit is enforced.";

    public static ResiliencePipeline Build(ClientSettings options, RetryRule retry)
    {
        var own = new ResiliencePipelineBuilder { Name = "KoreXo", TimeProvider = options.TimeProvider };
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
}
