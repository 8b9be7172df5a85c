using KoreXo;
using KoreXo.Samples;

namespace Workloads;

/// <summary>Runs jobs of the platform. A job that an earlier run started is waited for, and not started again.</summary>
internal sealed class JobSteps(RunState state, Action<string> report)
{
    /// <summary>Starts or resumes a job and waits for it to finish.</summary>
    /// <param name="step">The name of the step in the state of the run.</param>
    /// <param name="start">Starts the job.</param>
    /// <param name="resume">Resumes the job by its token.</param>
    /// <param name="cancellationToken">A token to cancel the wait; the job goes on.</param>
    /// <returns>The final status.</returns>
    /// <exception cref="KoreXoException">The job failed, in which case the next run starts it again, or it cannot be started or polled.
    /// </exception>
    public async Task<T> RunAsync<T>(
        string step,
        Func<Task<Job<T>>> start,
        Func<string, Job<T>> resume,
        CancellationToken cancellationToken
    )
    {
        Job<T> job;
        if (state[step] is { } token)
        {
            job = resume(token);
        }
        else
        {
            job = await start();
            state.Set(step, job.ResumeToken);
        }

        try
        {
            var progress = new ProgressText<JobProgress>(report, seen => $"{step}: {seen.State ?? "waiting"}");
            return await job.WaitAsync(progress: progress, cancellationToken: cancellationToken);
        }
        catch (KoreXoException exception) when (exception is KoreXoJobFailedException or KoreXoNotFoundException)
        {
            state.Forget(step);
            throw;
        }
    }
}
