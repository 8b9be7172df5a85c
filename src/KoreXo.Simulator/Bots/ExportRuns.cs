using KoreXo.Simulator.Files;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The exports: only the latest of each bot and type, since status calls identify them that way.</summary>
internal sealed class ExportRuns(DownloadStore downloads, IdSource ids, TimeProvider time, int pollsPerJob)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string BotId, string Type), ExportRun> _runs = [];
    private readonly Dictionary<string, ExportRun> _latest = new(StringComparer.Ordinal);

    public ExportRun Start(SimulatedBot bot, string type, BotContent content, SimulatedApp author)
    {
        var run = new ExportRun("ber-" + ids.Groups(), bot, type, content, author, time.GetUtcNow(), new PolledJob(pollsPerJob));
        lock (_gate)
        {
            _runs[(bot.Id, type)] = run;
            _latest[bot.Id] = run;
            return run;
        }
    }

    /// <summary>
    /// Counts a status call, and reads the run, the latest one if no type is given, before another call can change it.
    /// </summary>
    /// <exception cref="RefusalException">404: the bot has no such export.</exception>
    public T Poll<T>(SimulatedBot bot, string? type, Func<ExportRun, T> read)
    {
        lock (_gate)
        {
            var run =
                (type is null ? _latest.GetValueOrDefault(bot.Id) : _runs.GetValueOrDefault((bot.Id, type)))
                ?? throw RefusalException.NotFound(
                    $"No export{(type is null ? "" : $" of type '{type}'")} has been started for the bot '{bot.Id}'."
                );
            if (run.Job.Advance())
            {
                run.File = Store(run);
            }

            return read(run);
        }
    }

    private ExportedFile Store(ExportRun run)
    {
        var archive = BotArchive.Write(run.Content, time.GetUtcNow());
        var id = ids.Digits();
        var (path, query) = downloads.Add(id + ".zip", archive);
        return new ExportedFile(id, path, query, archive.Length);
    }
}
