using KoreXo.Analytics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Travel.Web;
using Xunit;

namespace Travel.Fakes;

public sealed class TwoNotifiersTests
{
    private static readonly IOptions<WebSettings> Settings = Options.Create(new WebSettings { Bot = "st-1" });

    // Either notifier could be behind the interface, and so could the test's own.
    // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
    // why: User Engagement Trend (platform)
    [Fact]
    public async Task Everyone_is_told()
    {
        var quiet = new QuietNotifier();
        INotifier[] all = [new IntentNotifier(new FakeAnalytics(), Settings, NullLogger<IntentNotifier>.Instance), quiet];

        await new Alarm(all).RaiseAsync("late", CancellationToken.None);

        Assert.Equal(["late"], quiet.Heard);
    }

    // A mock that is stricter than its base.
    [Fact]
    public async Task A_quiet_notifier_asks_nobody()
    {
        var quiet = new QuietNotifier();

        await quiet.NotifyAsync("early", CancellationToken.None);

        Assert.Equal(["early"], quiet.Heard);
    }

    // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
    [Fact]
    public async Task A_client_that_is_only_known_by_its_base_may_be_the_real_one()
    {
        AnalyticsClient client = new FakeAnalytics();

        var found = await client.FindIntentAsync("st-1", new FindIntentRequest { Input = "fly", BotName = "Travel" });

        Assert.Equal("Book", found.Response.Task);
    }

    private sealed class QuietNotifier : INotifier
    {
        public List<string> Heard { get; } = [];

        public Task NotifyAsync(string text, CancellationToken cancellationToken)
        {
            Heard.Add(text);
            return Task.CompletedTask;
        }
    }
}
