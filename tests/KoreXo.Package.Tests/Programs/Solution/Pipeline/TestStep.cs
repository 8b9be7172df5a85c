using KoreXo.BotDefinition;

namespace Travel.Pipeline;

internal sealed class TestStep(string suite) : IReleaseStep
{
    public string Name => "test";

    public async Task<bool> RunAsync(Platform platform, CancellationToken cancellationToken)
    {
        var job = await platform.Nightly.BotDefinition.StartBatchTestExecutionAsync(
            platform.Bot,
            suite,
            new BatchTestExecutionRequest { Version = TestedVersion.InDevelopment },
            cancellationToken: cancellationToken
        );
        var done = await job.WaitAsync(cancellationToken: cancellationToken);
        return done.ToString() is not null;
    }
}
