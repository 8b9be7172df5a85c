using Polly;

namespace KoreXo.Runtime;

/// <summary>Builds what lies around an attempt: repetition, quota, and the user's own strategies. Total time and attempt are the sender's.</summary>
internal static class CallPipeline
{
    public static ResiliencePipeline Build(ClientSettings settings, RetryRule retry)
    {
        var own = new ResiliencePipelineBuilder { Name = "KoreXo", TimeProvider = settings.TimeProvider };
        retry.AddTo(own);
        own.AddStrategy(_ => new QuotaStrategy(settings));
        var built = own.Build();
        if (settings.ConfigureResilience is not { } configure)
        {
            return built;
        }

        var whole = new ResiliencePipelineBuilder { Name = "KoreXo", TimeProvider = settings.TimeProvider };
        configure(whole, built);
        return whole.Build();
    }
}
