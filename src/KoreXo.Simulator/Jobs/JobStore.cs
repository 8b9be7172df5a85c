using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Jobs;

/// <summary>Jobs of one kind, by the key that their status calls give: an id, or a bot, of which the latest job counts then.</summary>
/// <param name="time">When jobs begin and change.</param>
/// <param name="polls">The status calls that a job takes.</param>
/// <param name="kind">What a job is, for those who ask for one that is not there.</param>
internal sealed class JobStore<T>(TimeProvider time, int polls, string kind)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PlatformJob<T>> _jobs = new(StringComparer.Ordinal);

    /// <summary>Begins a job, which takes the place of one with the same key.</summary>
    public PlatformJob<T> Start(string id, string key, SimulatedApp author, T subject)
    {
        var job = new PlatformJob<T>(id, author.UserId, time.GetUtcNow(), new PolledJob(polls), subject);
        lock (_gate)
        {
            _jobs[key] = job;
            return job;
        }
    }

    /// <summary>Counts a status call, and reads the job by this function before another call can change it.</summary>
    /// <param name="key">What the job is found by.</param>
    /// <param name="read">Makes the answer.</param>
    /// <param name="finish">Does what the job was for, at the call that finds it done.</param>
    /// <exception cref="RefusalException">404: there is no such job.</exception>
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

    /// <summary>The jobs at this moment, those that began first come first.</summary>
    public IReadOnlyList<PlatformJob<T>> Snapshot()
    {
        lock (_gate)
        {
            return [.. _jobs.Values];
        }
    }

    /// <exception cref="RefusalException">404: there is no such job.</exception>
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
