using System.Globalization;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job that runs on the server.</summary>
/// <typeparam name="T">The type of its status.</typeparam>
/// <remarks>Cancelling a wait leaves the job running. To go on elsewhere, keep <see cref="ResumeToken"/> and give it to the client's <c>Resume…</c> method.</remarks>
public class Job<T>
{
    private readonly JobFollower<T>? _follower;
    private readonly bool _immediately;
    private volatile JobSnapshot<T> _seen;

    /// <summary>Makes a job without a connection, for tests.</summary>
    /// <param name="resumeToken">The token.</param>
    /// <param name="status">The status.</param>
    /// <param name="completed">Whether the job is done. If so, waiting gives the status; if not, a subclass must say what waiting does.</param>
    public Job(string resumeToken, T? status, bool completed)
    {
        ArgumentNullException.ThrowIfNull(resumeToken);
        ResumeToken = resumeToken;
        _seen = new JobSnapshot<T>(status, State: null, Percent: null, completed ? JobOutcome.Succeeded : JobOutcome.Running, Failure: null);
    }

    internal Job(JobFollower<T> follower, JsonElement startResponse, bool immediately)
        : this(follower.ResumeToken, default, completed: false)
    {
        _follower = follower;
        _immediately = immediately;
        StartResponse = startResponse;
    }

    /// <summary>Gets the text by which the job can be followed in another process. It holds no secret.</summary>
    public string ResumeToken { get; }

    /// <summary>Gets the status last seen; nothing before the first question.</summary>
    public T? Status => _seen.Status;

    /// <summary>Gets the state last seen, as the server wrote it.</summary>
    public string? State => _seen.State;

    /// <summary>Gets whether the job was done, well or not, when its status was last seen.</summary>
    public bool HasCompleted => _seen.Outcome != JobOutcome.Running;

    /// <summary>Gets what the server answered to the start; undefined for a resumed job.</summary>
    public JsonElement StartResponse { get; }

    /// <summary>Asks for the status once. A failed job is no exception here.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The status.</returns>
    /// <exception cref="KoreXoException">The call failed.</exception>
    public virtual async Task<T> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var seen = await Follower.PollAsync(cancellationToken).ConfigureAwait(false);
        _seen = seen;
        return seen.Status!;
    }

    /// <summary>Waits for the end of the job. A question that fails for a passing reason is asked again.</summary>
    /// <param name="polling">How often, and how long; the default of <see cref="JobPolling"/> if left out.</param>
    /// <param name="progress">Told after each question.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The last status.</returns>
    /// <exception cref="KoreXoJobFailedException">The job failed.</exception>
    /// <exception cref="KoreXoTimeoutException">The job was not done within <see cref="JobPolling.Timeout"/>; it goes on. The inner exception, if any, is why the last question failed.</exception>
    /// <exception cref="KoreXoException">The status cannot be had.</exception>
    public virtual async Task<T> WaitAsync(
        JobPolling? polling = null, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        polling ??= JobPolling.Default;
        polling.Check(nameof(polling));
        if (HasCompleted)
        {
            return Result();
        }

        var pace = new JobPace(polling, Follower.Clock, _immediately);
        try
        {
            await PollAsync(polling, pace, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Follower.Measure(pace.Elapsed, _seen.Outcome);
        }

        return Result();
    }

    /// <summary>Gets the state last seen.</summary>
    /// <returns>The text, without the status.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(HasCompleted ? "completed" : "running")}, state '{State ?? "unknown"}'{(_seen.Percent is { } percent ? $", {percent:0.#} %" : "")}");

    private async Task PollAsync(JobPolling polling, JobPace pace, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var polls = 0;
        while (!HasCompleted)
        {
            await pace.DelayAsync(cancellationToken).ConfigureAwait(false);
            KoreXoException? passing = null;
            try
            {
                polls++;
                _seen = await Follower.PollAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (KoreXoException fault) when (fault.IsTransient)
            {
                passing = fault;
                pace.Hold(fault.RetryAfter);
            }

            progress?.Report(new JobProgress(polls, State, _seen.Percent, pace.Elapsed));
            if (!HasCompleted && pace.IsOver)
            {
                throw TooLate(polling.Timeout, passing);
            }
        }
    }

    private JobFollower<T> Follower => _follower ?? throw new InvalidOperationException(
        "This job was made by its constructor for tests and is not done, so there is nothing to ask. Override the member that was called.");

    private T Result() => _seen.Failure is { } failure ? throw failure : _seen.Status!;

    private KoreXoTimeoutException TooLate(TimeSpan limit, KoreXoException? fault) => new(
        $"{Follower.Status.Method} {Follower.Status.Path}: the job was not done within {limit} ({nameof(JobPolling)}.{nameof(JobPolling.Timeout)}); its last state was '{State ?? "unknown"}'. It goes on; follow it by its resume token.",
        fault)
    {
        Limit = limit,
        Method = Follower.Status.Method.Method,
        Path = Follower.Status.Path,
        OperationId = Follower.Status.Id,
        IsTransient = true,
        MayHaveBeenApplied = true,
    };
}
