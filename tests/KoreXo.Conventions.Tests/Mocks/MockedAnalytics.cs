using KoreXo.Analytics;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: an answer made of models.</summary>
internal sealed class MockedAnalytics : AnalyticsClient
{
    public override Task<FindIntentResult> FindIntentAsync(
        string botId,
        FindIntentRequest request,
        FindIntentOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new FindIntentResult { BotId = botId, Response = new FoundIntent() });
}
