using KoreXo.BotDefinition;
using Microsoft.Extensions.DependencyInjection;
using Travel.Insights;
using Xunit;

namespace Travel.Fakes;

public sealed class InsightsTests
{
    private static readonly DateTimeOffset Day = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The fake could be any client, and any reader could be behind the interface.
    // why: Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
    // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
    [Fact]
    public async Task Sessions_of_a_day_are_read_once()
    {
        var analytics = new FakeAnalytics();
        await using var services = Services.Create(analytics, new RecordingBots(static _ => new BotExportStatus()));
        var reader = services.GetRequiredService<ISessionReader>();

        var first = await reader.ReadAsync("st-1", Day, CancellationToken.None);
        var second = await reader.ReadAsync("st-1", Day, CancellationToken.None);

        Assert.Equal(["ada", "grace"], first.Select(static session => session.UserId));
        Assert.Same(first, second);
        Assert.Equal(1, analytics.Listed);
    }

    // why: Debug Logs (platform)
    [Fact]
    public async Task Errors_without_a_title_are_left_out()
    {
        await using var services = Services.Create(new FakeAnalytics(), new RecordingBots(static _ => new BotExportStatus()));

        var errors = new List<string>();
        await foreach (var error in services.GetRequiredService<ISessionReader>().ReadErrorsAsync("st-1", "ada", CancellationToken.None))
        {
            errors.Add(error);
        }

        Assert.Equal(["Timeout"], errors);
    }

    // why: Bot Export (platform) or Bot Definition > Bot Export (admin)
    [Theory]
    [InlineData("st-1")]
    [InlineData("st-2")]
    public async Task A_backup_is_the_published_bot(string botId)
    {
        var bots = new RecordingBots(static bot => new BotExportStatus { FileId = $"file of {bot}" });
        await using var services = Services.Create(new FakeAnalytics(), bots);

        var file = await services.GetRequiredService<IBackups>().SaveAsync(botId, CancellationToken.None);

        Assert.Equal($"file of {botId}", file);
        Assert.Equal([$"StartBotExportAsync {botId} published"], bots.Calls);
    }

    // why: Chat History (platform) or Bot Analytics > Chat History (admin)
    [Fact]
    public async Task A_transcript_has_a_line_for_each_message()
    {
        var transcripts = new Transcripts(new FakeAnalytics());

        var text = await transcripts.ReadAsync("st-1", "ada", CancellationToken.None);

        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    // Nothing but the fake runs here.
    [Fact]
    public async Task The_fake_has_two_sessions()
    {
        var fake = new FakeAnalytics();
        var count = 0;
        await foreach (var session in fake.ListSessionsAsync("st-1"))
        {
            count += session.SessionId.Length;
        }

        Assert.Equal(2, count);
    }
}
