using Spectre.Console;

namespace AnalyticsExport;

/// <summary>Shows the progress of an export: a bar on a terminal, lines elsewhere, such as in a build log.</summary>
internal static class ProgressDisplay
{
    public static Task<T> RunAsync<T>(int windows, Func<IProgress<Checkpoint>, Task<T>> run)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return run(new Lines(windows));
        }

        return AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context => run(new Bar(context.AddTask("starting", maxValue: 2 * windows))));
    }

    private static string Describe(Checkpoint at, int windows) =>
        $"window {Math.Min(at.Window + 1, windows)} of {windows}, {(at.SessionsLength + at.MessagesLength) / 1_000_000.0:0.0} MB";

    private sealed class Bar(ProgressTask task) : IProgress<Checkpoint>
    {
        public void Report(Checkpoint value)
        {
            task.Value = (2 * value.Window) + (value.InMessages ? 1 : 0);
            task.Description = Describe(value, (int)task.MaxValue / 2);
        }
    }

    private sealed class Lines(int windows) : IProgress<Checkpoint>
    {
        private int _shown = -1;

        public void Report(Checkpoint value)
        {
            if (value.Window > _shown)
            {
                _shown = value.Window;
                Console.WriteLine(Describe(value, windows));
            }
        }
    }
}
