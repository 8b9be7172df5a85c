using KoreXo;
using KoreXo.Simulator;

namespace BotPipeline;

/// <summary>An in-process platform with a bot and its test suites.</summary>
internal static class SimulatedPlatform
{
    public static SimulatedBot Fill(XoSimulator platform, PipelineSettings settings)
    {
        var bot = platform.AddBot("Travel");
        var batch = platform.AddTestSuite(bot, settings.Batch, "book a flight to Rome", "cancel my booking", "what may I carry");
        var conversation = platform.AddConversationTestSuite(bot, settings.Conversation, "book a flight", "Rome", "tomorrow");
        batch.Failures = settings.Fail == "batch" ? 1 : 0;
        conversation.Failures = settings.Fail == "conversation" ? 1 : 0;
        return bot;
    }

    public static KoreXoClientOptions Connect(XoSimulator platform, ScopeManifest scopes)
    {
        var options = new KoreXoClientOptions { Endpoint = platform.Endpoint, Scopes = scopes };
        foreach (var (kind, held) in scopes.Credentials)
        {
            var app = platform.AddApp(Enum.Parse<AppKind>(kind, ignoreCase: true), held);
            options.Credentials[kind] = new JwtCredential(app.ClientId, app.ClientSecret);
        }

        return options;
    }
}
