namespace Travel.Pipeline;

internal sealed class TrainStep : IReleaseStep
{
    string IReleaseStep.Name => "train";

    async Task<bool> IReleaseStep.RunAsync(Platform platform, CancellationToken cancellationToken)
    {
        var job = await platform.Nightly.NlpTraining.StartMlTrainingAsync(platform.Bot, cancellationToken: cancellationToken);
        await job.WaitAsync(cancellationToken: cancellationToken);
        return true;
    }
}
