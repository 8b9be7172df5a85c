using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The imports. Each one changes or creates its bot at the status call that finds it done.</summary>
internal sealed class ImportRuns(BotStore bots, IdSource ids, TimeProvider time, int pollsPerJob)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImportRun> _runs = new(StringComparer.Ordinal);

    public ImportRun StartNew(string name, string? purpose, BotContent content, SimulatedApp author) =>
        Add(NewRun(name, purpose, null, content, author));

    public ImportRun StartInto(SimulatedBot bot, BotContent content, SimulatedApp author) =>
        Add(NewRun(bot.Name, null, bot, content, author));

    /// <summary>Counts a status call, and reads the run before another call can change it.</summary>
    /// <exception cref="RefusalException">404: the import does not exist.</exception>
    public T Poll<T>(string id, Func<ImportRun, T> read)
    {
        lock (_gate)
        {
            var run = _runs.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no import '{id}'.");
            if (run.Job.Advance())
            {
                if (run.Bot is { } bot)
                {
                    bot.Replace(run.Content);
                }
                else
                {
                    run.Bot = bots.Add(run.BotName, run.Purpose, run.Content);
                }
            }

            return read(run);
        }
    }

    private ImportRun NewRun(string name, string? purpose, SimulatedBot? bot, BotContent content, SimulatedApp author) =>
        new("bir-" + ids.Groups(), ids.Groups(), content, author, time.GetUtcNow(), new PolledJob(pollsPerJob))
        {
            BotName = name,
            Purpose = purpose,
            Bot = bot,
        };

    private ImportRun Add(ImportRun run)
    {
        lock (_gate)
        {
            _runs.Add(run.Id, run);
            return run;
        }
    }
}
