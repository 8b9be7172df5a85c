using KoreXo;

[assembly: ScopeApp("nightly")]

namespace Travel.Pipeline;

internal static class Program
{
    private static readonly Dictionary<string, Func<Platform, string[], CancellationToken, Task<int>>> Commands = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["release"] = ReleaseAsync,
        ["report"] = static (platform, _, cancellationToken) =>
            new Report(platform.Nightly, platform.Bot).WriteAsync(Console.Out, cancellationToken),
        ["users"] = Users.ListAsync,
        ["rows"] = static async (platform, arguments, cancellationToken) =>
        {
            using var tables = platform.ConnectTables();
            return await new RowCommand(tables.DataTables).RunAsync(arguments, cancellationToken);
        },
        ["watch"] = Watch.RunAsync,
    };

    // why: Batch Tests Execution (platform)
    // why: Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
    // why: Bot Export (platform) or Bot Definition > Bot Export (admin)
    // why: Bot Publish > Publish (admin)
    // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
    // why: Channel Management > Proactive Messages (admin)
    // why: Chat History (platform) or Bot Analytics > Chat History (admin)
    // why: Debug Logs (platform)
    // why: Feedback Analytics (platform)
    // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
    // why: Logs Admin > Admin Console Audit Logs (admin)
    // why: Logs History (platform) or Logs > Bot Audit Logs (admin)
    // why: Read access to the Data Table (data)
    // why: Read access to the Data Table and Delete access to the Data Table on Contacts (data)
    // why: Read access to the Data Table and Write access to the Data Table on Contacts (data)
    // why: Train ML (platform) or Test > Train ML & Train (admin)
    // why: User Engagement Trend (platform)
    // why: User Management (admin)
    // why: Write access to the Data Table on Archive (data)
    // why: Write access to the Data Table on Contacts (data)
    // why: Write access to the Data Table on Log (data)
    // why: unknown: reflection
    private static async Task<int> Main(string[] args)
    {
        if (args is not [var name, .. var rest] || !Commands.TryGetValue(name, out var command))
        {
            Console.Error.WriteLine($"Usage: Travel.Pipeline {string.Join('|', Commands.Keys)}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var platform = Platform.FromEnvironment();
        return await command(platform, rest, stop.Token);
    }

    private static async Task<int> ReleaseAsync(Platform platform, string[] arguments, CancellationToken cancellationToken)
    {
        var release = new Release(platform, arguments);
        release.Finished += async (_, step) =>
        {
            Console.WriteLine($"{step} finished");
            if (step == "train")
            {
                await release.AskAsync("book a flight", cancellationToken);
            }
        };
        return await release.RunAsync(cancellationToken) ? 0 : 1;
    }
}
