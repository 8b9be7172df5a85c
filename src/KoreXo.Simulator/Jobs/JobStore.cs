using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Jobs;

/// <summary>Jobs of one kind, by the key in their status calls: an id, or a bot, which identifies its latest job.</summary>
/// <param name="time">The clock for the start and changes of jobs.</param>
/// <param name="polls">The number of status calls until a job is done.</param>
/// <param name="kind">The name of the kind, for the error message about a missing job.</param>
internal sealed class JobStore<T>(TimeProvider time, int polls, string kind)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PlatformJob<T>> _jobs = new(StringComparer.Ordinal);

    // On the platform some jobs have no id of their own, and a status call reports the latest job of the bot. The key says which it is: a
    // second start under the same key makes the first one unreachable, which is what a client has to notice.
    /// <summary>Starts a job, which replaces one with the same key.</summary>
    public PlatformJob<T> Start(string id, string key, SimulatedApp author, T subject) => Start(id, key, author.UserId, subject);

    /// <summary>Starts a job by its author's id, which is empty for anyone.</summary>
    public PlatformJob<T> Start(string id, string key, string author, T subject)
    {
        var job = new PlatformJob<T>(id, author, time.GetUtcNow(), new PolledJob(polls), subject);
        lock (_gate)
        {
            _jobs[key] = job;
            return job;
        }
    }

    // Counting, applying and reading are one step under the lock. If two clients poll at once, exactly one of them finishes the job, and
    // neither sees a state that its own call did not produce.
    /// <summary>Counts a status call, and reads the job before another call can change it.</summary>
    /// <param name="key">The key of the job.</param>
    /// <param name="read">Creates the response.</param>
    /// <param name="finish">Applies the job's effect, at the call that finds it done.</param>
    /// <exception cref="RefusalException">404: the job does not exist.</exception>
    public TResult Poll<TResult>(string key, Func<PlatformJob<T>, TResult> read, Action<PlatformJob<T>>? finish = null)
    {
        lock (_gate)
        {
            var job = _jobs.GetValueOrDefault(key) ?? throw NotFound(key);
            if (!job.IsDone)
            {
                job.ModifiedOn = time.GetUtcNow();
            }

            if (job.Progress.Advance())
            {
                finish?.Invoke(job);
            }

            return read(job);
        }
    }

    /// <summary>Returns a snapshot of the jobs, earliest first.</summary>
    public IReadOnlyList<PlatformJob<T>> Snapshot()
    {
        lock (_gate)
        {
            return [.. _jobs.Values];
        }
    }

    public bool Has(string key)
    {
        lock (_gate)
        {
            return _jobs.ContainsKey(key);
        }
    }

    /// <exception cref="RefusalException">404: the job does not exist.</exception>
    public void Remove(string key)
    {
        lock (_gate)
        {
            if (!_jobs.Remove(key))
            {
                throw NotFound(key);
            }
        }
    }

    private RefusalException NotFound(string key) => RefusalException.NotFound($"There is no {kind} '{key}'.");
}
