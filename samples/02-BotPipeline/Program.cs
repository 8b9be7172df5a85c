using BotPipeline;
using KoreXo;
using KoreXo.Samples;
using KoreXo.Simulator;

return await Entry.RunAsync(
    PipelineSettings.Usage,
    async cancellationToken =>
    {
        var settings = PipelineSettings.Parse(args);
        var scopes = ScopeManifest.Load(Path.Combine(AppContext.BaseDirectory, "bot-pipeline.scopes.json"));
        return await (
            settings.Endpoint is null ? SimulateAsync(settings, scopes, cancellationToken) : RunAsync(settings, scopes, cancellationToken)
        )
            ? 0
            : 1;
    }
);

static async Task<bool> SimulateAsync(PipelineSettings settings, ScopeManifest scopes, CancellationToken cancellationToken)
{
    await using var platform = await XoSimulator.StartAsync(cancellationToken: cancellationToken);
    var bot = SimulatedPlatform.Fill(platform, settings);
    using var xo = new KoreXoClient(SimulatedPlatform.Connect(platform, scopes));

    // The platform ends with the process, so a later run has nothing to resume.
    var state = new RunState(path: null, bot.Id);
    var fast = new JobPolling { InitialDelay = TimeSpan.FromMilliseconds(50), MaxDelay = TimeSpan.FromSeconds(1) };
    return Say(await new Pipeline(xo, settings with { BotId = bot.Id }, state, fast, cancellationToken).RunAsync());
}

static async Task<bool> RunAsync(PipelineSettings settings, ScopeManifest scopes, CancellationToken cancellationToken)
{
    using var xo = new KoreXoClient(
        new KoreXoClientOptions
        {
            Endpoint = settings.Endpoint,
            Scopes = scopes,
            Credentials =
            {
                ["admin"] = new JwtCredential(Arguments.Variable("KOREXO_ADMIN_ID"), Arguments.Variable("KOREXO_ADMIN_SECRET")),
                ["platform"] = new JwtCredential(Arguments.Variable("KOREXO_PLATFORM_ID"), Arguments.Variable("KOREXO_PLATFORM_SECRET")),
            },
        }
    );
    var state = new RunState(settings.State, $"{settings.Endpoint} {settings.BotId}");
    var isPublished = await new Pipeline(xo, settings, state, new JobPolling(), cancellationToken).RunAsync();
    state.Delete();
    return Say(isPublished);
}

static bool Say(bool isPublished)
{
    Console.WriteLine(isPublished ? "published" : "not published: a test suite failed");
    return isPublished;
}
