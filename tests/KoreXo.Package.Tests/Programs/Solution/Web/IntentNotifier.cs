using KoreXo.Analytics;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Finds who is responsible by what the text is about.</summary>
internal sealed class IntentNotifier(AnalyticsClient analytics, IOptions<WebSettings> settings, ILogger<IntentNotifier> log) : INotifier
{
    async Task INotifier.NotifyAsync(string text, CancellationToken cancellationToken)
    {
        var request = new FindIntentRequest { Input = text, BotName = "Travel" };
        var found = await analytics.FindIntentAsync(settings.Value.Bot, request, cancellationToken: cancellationToken);
        log.LogInformation("{Text} is about {Intent}", text, found.Response.FinalResolver);
    }
}
