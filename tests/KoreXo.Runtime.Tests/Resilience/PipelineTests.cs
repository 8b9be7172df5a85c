using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Testing;
using Polly.Timeout;

namespace KoreXo.Runtime.Tests;

/// <summary>What a call passes on its way, from the outside in.</summary>
public sealed class PipelineTests
{
    [Fact]
    public void A_retry_waits_for_the_rate_limit_like_the_first_attempt()
    {
        ResiliencePipeline? own = null;
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = (builder, pipeline) => builder.AddPipeline(own = pipeline)
        );

        Assert.Collection(
            own!.GetPipelineDescriptor().Strategies,
            static retry => Assert.Equal("Retry", Assert.IsType<RetryStrategyOptions>(retry.Options).Name),
            static limit => Assert.IsType<QuotaStrategy>(limit.StrategyInstance)
        );
    }

    [Fact]
    public void What_a_user_adds_lies_around_all_attempts_or_within_each_as_it_was_added()
    {
        var settings = ClientSettings.From(
            new KoreXoClientOptions
            {
                Endpoint = new Uri("https://example.com"),
                ConfigureResilience = static (builder, own) =>
                    builder.AddTimeout(TimeSpan.FromSeconds(2)).AddPipeline(own).AddCircuitBreaker(new CircuitBreakerStrategyOptions()),
            }
        );

        Assert.Collection(
            CallPipeline.Build(settings, new RetryRule(settings)).GetPipelineDescriptor().Strategies,
            static around => Assert.IsType<TimeoutStrategyOptions>(around.Options),
            static retry => Assert.IsType<RetryStrategyOptions>(retry.Options),
            static limit => Assert.IsType<QuotaStrategy>(limit.StrategyInstance),
            static within => Assert.IsType<CircuitBreakerStrategyOptions>(within.Options)
        );
    }
}
