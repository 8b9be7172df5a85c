using KoreXo;
using KoreXo.BotDefinition;

namespace Programs;

/// <summary>Sends a notification and says who got it.</summary>
internal static class Notify
{
    private static readonly JobPolling Soon = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(200),
    };

    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("admin");
        var job = await xo.BotDefinition.StartProactiveNotificationAsync(
            Platform.Bot,
            new ProactiveNotificationRequest
            {
                Channel = NotificationChannel.MicrosoftTeams,
                UserIdentityType = UserIdentityType.Resolve,
                Message = new NotificationMessage { Type = NotificationMessageType.Text, Value = "Your flight is on time." },
                Identities = args,
            }
        );
        var done = await job.WaitAsync(Soon);
        foreach (var entry in done.StatusLogs)
        {
            Console.WriteLine($"{entry.OriginalId}: {entry.Status}");
        }
    }
}
