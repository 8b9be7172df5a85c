using KoreXo;
using KoreXo.Analytics;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Finds out at the start whether the platform is reachable.</summary>
internal sealed class StartupCheck(KoreXoClient xo, IOptions<WebSettings> settings) : IHostedLifecycleService
{
    // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
    async Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken)
    {
        List<Func<CancellationToken, Task>> checks =
        [
            token =>
                xo.Analytics.FindIntentAsync(
                    settings.Value.Bot,
                    new FindIntentRequest { Input = "are you there", BotName = "Travel" },
                    cancellationToken: token
                ),
        ];
        foreach (var check in checks)
        {
            await check(cancellationToken);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
