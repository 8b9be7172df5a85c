using System.Globalization;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job that runs on the server.</summary>
/// <typeparam name="T">The type of its status.</typeparam>
/// <remarks>
/// A wait that is canceled or times out leaves the job running; only an operation of the API can stop it, if there is one. To resume it
/// elsewhere, store <see cref="ResumeToken"/> and pass it to the client's <c>Resume…</c> method.
/// </remarks>
public class Job<T>
{
    private readonly JobFollower<T>? _follower;
    private readonly bool _immediately;
    private volatile JobSnapshot<T> _seen;

    /// <summary>Initializes a new instance of the <see cref="Job{T}"/> class without a connection, for tests.</summary>
    /// <param name="resumeToken">The resume token.</param>
    /// <param name="status">The status; required for a completed job.</param>
    /// <param name="completed">Whether the job has completed. If so, waiting returns the status; if not, a derived class must override the
    /// members that are called.</param>
    /// <exception cref="ArgumentNullException">The token is <see langword="null"/>, or so is the status of a completed job.</exception>
    public Job(string resumeToken, T? status, bool completed)
    {
        ArgumentNullException.ThrowIfNull(resumeToken);
        if (completed)
        {
            ArgumentNullException.ThrowIfNull(status);
        }

        ResumeToken = resumeToken;
        _seen = new JobSnapshot<T>(
            status,
            State: null,
            Percent: null,
            completed ? JobOutcome.Succeeded : JobOutcome.Running,
            Failure: null
        );
    }

    internal Job(JobFollower<T> follower, JsonElement startResponse, bool immediately)
        : this(follower.ResumeToken, default, completed: false)
    {
        _follower = follower;
        Id = follower.JobId;
        _immediately = immediately;
        StartResponse = startResponse;
    }

    /// <summary>Gets the ID that the server assigned to the job when it was started; <see langword="null"/> if it assigned none.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the token to resume the job in another process. It contains no secret.</summary>
    public string ResumeToken { get; }

    /// <summary>Gets the last known status; <see langword="null"/> before the first poll.</summary>
    public T? Status => _seen.Status;

    /// <summary>Gets the last known state, as the server spelled it.</summary>
    public string? State => _seen.State;

    /// <summary>Gets the last known progress in percent; <see langword="null"/> if the server reports none.</summary>
    public double? Percent => _seen.Percent;

    /// <summary>Gets a value indicating whether the job had ended, successfully or not, when its status was last polled.</summary>
    public bool HasCompleted => _seen.Outcome != JobOutcome.Running;

    /// <summary>Gets the response to the start as JSON; undefined for a resumed job.</summary>
    public JsonElement StartResponse { get; }

    /// <summary>Polls the status once. A failed job does not throw here.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The status.</returns>
    /// <exception cref="KoreXoException">The status call failed.</exception>
    public virtual async Task<T> RefreshAsync(CancellationToken cancellationToken = default)
    {
        var seen = await Follower.PollAsync(JobPolling.Default.FailedStates, cancellationToken).ConfigureAwait(false);
        _seen = seen;
        return StatusOf(seen);
    }

    /// <summary>Waits for the job to end. A poll that fails for a transient reason is retried.</summary>
    /// <param name="polling">How often to poll, and how long to wait; the defaults of <see cref="JobPolling"/> if omitted.</param>
    /// <param name="progress">Receives a report after each poll.</param>
    /// <param name="cancellationToken">A token to cancel the wait; the job keeps running.</param>
    /// <returns>The last status.</returns>
    /// <exception cref="ArgumentException">A delay, the timeout or a state in <paramref name="polling"/> is invalid.</exception>
    /// <exception cref="KoreXoJobFailedException">The job failed: it is in a state that the API documents as failed, that
    /// <see cref="JobPolling.FailedStates"/> lists, or whose words mean failure.</exception>
    /// <exception cref="KoreXoTimeoutException">The job did not end within <see cref="JobPolling.Timeout"/> and is still running. The
    /// inner exception, if any, is why the last poll failed.</exception>
    /// <exception cref="KoreXoException">The status cannot be read. Like the two exceptions above, it has the
    /// <see cref="KoreXoException.ResumeToken"/> of the job.</exception>
    public virtual async Task<T> WaitAsync(
        JobPolling? polling = null,
        IProgress<JobProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        polling ??= JobPolling.Default;
        polling.Check(nameof(polling));
        if (HasCompleted)
        {
            return Result();
        }

        var schedule = new PollSchedule(polling, Follower.Clock, _immediately);
        var telemetry = Follower.BeginWait();
        Exception? ended = null;
        try
        {
            await PollAsync(polling, schedule, progress, cancellationToken).ConfigureAwait(false);
            return Result();
        }
        catch (Exception fault)
        {
            ended = fault;
            throw;
        }
        finally
        {
            Follower.EndWait(telemetry, schedule.Elapsed, schedule.Polls, _seen.Outcome, ended);
        }
    }

    /// <summary>Returns the last known state.</summary>
    /// <returns>The string, without the status.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(HasCompleted ? "completed" : "running")}, state '{State ?? "unknown"}'{(_seen.Percent is { } percent ? $", {percent:0.#} %" : "")}"
        );

    private async Task PollAsync(
        JobPolling polling,
        PollSchedule schedule,
        IProgress<JobProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        while (!HasCompleted)
        {
            await schedule.DelayAsync(cancellationToken).ConfigureAwait(false);
            KoreXoException? passing = null;
            try
            {
                _seen = await Follower.PollAsync(polling.FailedStates, cancellationToken).ConfigureAwait(false);
            }
            catch (KoreXoException fault) when (fault.IsTransient)
            {
                passing = fault;
                schedule.DelayAtLeast(fault.RetryAfter);
            }

            progress?.Report(new JobProgress(schedule.Polls, State, _seen.Percent, schedule.Elapsed));
            if (!HasCompleted && schedule.IsOver)
            {
                throw TooLate(polling.Timeout, passing);
            }
        }
    }

    private JobFollower<T> Follower =>
        _follower
        ?? throw new InvalidOperationException(
            "This job was created for tests and has not completed, and there is no server to poll. Override the member that was called."
        );

    private T Result() => _seen.Failure is { } failure ? throw failure : StatusOf(_seen);

    private static T StatusOf(JobSnapshot<T> seen) =>
        seen.Status is { } status
            ? status
            : throw new KoreXoException("The response to the status call is null, but a status was expected.");

    private KoreXoTimeoutException TooLate(TimeSpan limit, KoreXoException? fault) =>
        new(
            $"{Follower.Status.Method} {Follower.Status.Path}: the job did not end within {limit} ({nameof(JobPolling)}.{nameof(JobPolling.Timeout)}); its last state was '{State ?? "unknown"}'. It is still running; resume it with {nameof(KoreXoException.ResumeToken)}.",
            fault
        )
        {
            Limit = limit,
            Method = Follower.Status.Method.Method,
            Path = Follower.Status.Path,
            OperationId = Follower.Status.Id,
            IsTransient = true,
            MayHaveBeenApplied = true,
            JobId = Id,
            ResumeToken = ResumeToken,
        };
}
