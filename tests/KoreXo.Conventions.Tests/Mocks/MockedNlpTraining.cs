using KoreXo.NlpTraining;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: a job that is not done, and is waited for in a way of its own.</summary>
internal sealed class MockedNlpTraining : NlpTrainingClient
{
    public override Task<Job<MlTrainingStatus>> StartMlTrainingAsync(
        string botId, StartMlTrainingOptions? options = null, CallOptions? call = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<Job<MlTrainingStatus>>(new FailingJob());

    private sealed class FailingJob() : Job<MlTrainingStatus>("token", status: null, completed: false)
    {
        public override Task<MlTrainingStatus> WaitAsync(JobPolling? polling = null, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
            throw new KoreXoJobFailedException("training failed") { State = "failed", ResumeToken = ResumeToken };
    }
}
