using System.Collections.Concurrent;
using KoreXo.Analytics;

namespace Travel.Pipeline;

/// <summary>Prints the changes of a bot as they happen, for as long as the program runs.</summary>
internal static class Watch
{
    public static async Task<int> RunAsync(Platform platform, string[] arguments, CancellationToken cancellationToken)
    {
        var analytics = platform.Nightly.Analytics;
        var seen = new ConcurrentDictionary<string, bool>();
        var looked = new TaskCompletionSource();
        using var timer = new System.Timers.Timer(TimeSpan.FromMilliseconds(100)) { AutoReset = false };

        // why: Logs History (platform) or Logs > Bot Audit Logs (admin)
        timer.Elapsed += async (_, _) =>
        {
            // KXO1001 Logs History (platform) or Logs > Bot Audit Logs (admin)
            await foreach (var change in analytics.ListChangeLogsAsync(platform.Bot, cancellationToken: cancellationToken))
            {
                Print(change);
            }

            looked.TrySetResult();
        };
        timer.Start();
        await looked.Task.WaitAsync(cancellationToken);
        return 0;

        void Print(ChangeLog change)
        {
            if (seen.TryAdd(change.Id, true))
            {
                Console.WriteLine($"{change.CreatedOn:u} {change.Message}");
            }
        }
    }
}
