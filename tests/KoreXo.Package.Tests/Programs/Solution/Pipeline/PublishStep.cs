using KoreXo.BotDefinition;

namespace Travel.Pipeline;

internal sealed class PublishStep : IReleaseStep
{
    public string Name => "publish";

    public async Task<bool> RunAsync(Platform platform, CancellationToken cancellationToken)
    {
        var bots = platform.Nightly.BotDefinition;
        var job = await bots.StartBotPublishAsync(
            platform.Bot,
            new PublishBotRequest { VersionComment = "nightly" },
            cancellationToken: cancellationToken
        );
        await job.WaitAsync(cancellationToken: cancellationToken);

        // Tell the testers, if there are any.
        var testers = Environment.GetEnvironmentVariable("TESTERS")?.Split(',') ?? [];
        foreach (var status in await Task.WhenAll(testers.Select(NotifyAsync)))
        {
            Console.WriteLine(status);
        }

        return true;

        async Task<string> NotifyAsync(string tester)
        {
            // KXO1001 Channel Management > Proactive Messages (admin)
            var status = await bots.GetProactiveNotificationStatusAsync(platform.Bot, tester, cancellationToken: cancellationToken);
            return $"{tester}: {status}";
        }
    }

    // Nobody calls it any more.
    public static Task UnpublishAsync(Platform platform, CancellationToken cancellationToken) =>
        // unreached: Languages Configuration (platform) or API Scopes > Language Settings (admin)
        // KXO1001 Languages Configuration (platform) or API Scopes > Language Settings (admin)
        platform.Nightly.BotDefinition.DisableLanguageAsync(
            platform.Bot,
            new LanguageStatusRequest { Language = "de" },
            cancellationToken: cancellationToken
        );
}
