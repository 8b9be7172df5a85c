using KoreXo.NlpTraining;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: a job that is not done, and is waited for in a way of its own.</summary>
internal sealed class MockedNlpTraining : NlpTrainingClient
{
    public override Task<Job<MlTrainingStatus, IReadOnlyList<MlTraining>>> StartMlTrainingAsync(
        string botId,
        StartMlTrainingOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<Job<MlTrainingStatus, IReadOnlyList<MlTraining>>>(new FailingJob());

    private sealed class FailingJob() : Job<MlTrainingStatus, IReadOnlyList<MlTraining>>("token", status: null, completed: false)
    {
        public override Task<MlTrainingStatus> WaitAsync(
            JobPolling? polling = null,
            IProgress<JobProgress>? progress = null,
            CancellationToken cancellationToken = default
        ) => throw new KoreXoJobFailedException("training failed") { State = "failed", ResumeToken = ResumeToken };
    }
}
