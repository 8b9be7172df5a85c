using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The publishes: only the latest of each bot. Each one takes effect at the status call that finds it done.</summary>
internal sealed class PublishRuns(IdSource ids, TimeProvider time, int pollsPerJob)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PublishRun> _runs = new(StringComparer.Ordinal);

    public PublishRun Start(SimulatedBot bot, SimulatedApp author)
    {
        // The content is fixed here and not when the publish finishes: an import in between must not be published by a request that was
        // made before it.
        var run = new PublishRun("ds-" + ids.Groups(), bot, bot.Latest, author, time.GetUtcNow(), new PolledJob(pollsPerJob));
        lock (_gate)
        {
            _runs[bot.Id] = run;
            return run;
        }
    }

    /// <summary>Counts a status call, and reads the run before another call can change it.</summary>
    /// <exception cref="RefusalException">404: no publish was started.</exception>
    public T Poll<T>(SimulatedBot bot, Func<PublishRun, T> read)
    {
        lock (_gate)
        {
            var run =
                _runs.GetValueOrDefault(bot.Id) ?? throw RefusalException.NotFound($"No publish has been started for the bot '{bot.Id}'.");
            if (!run.Job.IsDone)
            {
                run.ModifiedOn = time.GetUtcNow();
            }

            if (run.Job.Advance())
            {
                run.HasFailed = bot.PublishFails;
                if (!run.HasFailed)
                {
                    bot.Publish(run.Content, time.GetUtcNow());
                }
            }

            return read(run);
        }
    }
}
