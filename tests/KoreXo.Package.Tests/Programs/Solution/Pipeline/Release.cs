using KoreXo.Analytics;

namespace Travel.Pipeline;

/// <summary>Tests a bot, trains it, saves it and publishes it.</summary>
internal sealed class Release(Platform platform, string[] arguments)
{
    private readonly List<IReleaseStep> _steps = [new TestStep("Smoke"), new TrainStep(), new BackupStep(), new PublishStep()];

    public event EventHandler<string>? Finished;

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (arguments is ["--step", var type])
        {
            _steps.Add((IReleaseStep)Activator.CreateInstance(Type.GetType(type, throwOnError: true)!)!);
        }

        foreach (var step in _steps)
        {
            if (!await step.RunAsync(platform, cancellationToken))
            {
                return false;
            }

            Finished?.Invoke(this, step.Name);
        }

        return true;
    }

    /// <summary>Asks the bot, to see that the training had an effect.</summary>
    public Task<FindIntentResult> AskAsync(string input, CancellationToken cancellationToken) =>
        Retry.RunAsync(
            token =>
                platform.Nightly.Analytics.FindIntentAsync(
                    platform.Bot,
                    new FindIntentRequest { Input = input, BotName = "Travel" },
                    cancellationToken: token
                ),
            times: 3,
            cancellationToken
        );
}
