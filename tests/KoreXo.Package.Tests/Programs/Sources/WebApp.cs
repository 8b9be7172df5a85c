using KoreXo;
using KoreXo.Analytics;

namespace Programs;

/// <summary>A minimal API whose results are models of the SDK.</summary>
internal static class WebApp
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddKoreXo(options =>
        {
            options.Endpoint = Platform.Endpoint;
            options.Credentials["platform"] = Platform.Credential("platform");
        });

        var app = builder.Build();
        app.MapGet("/sessions", (AnalyticsClient analytics) => analytics.ListSessionsAsync(Platform.Bot));
        app.MapPost(
            "/intent",
            async (FindIntentRequest request, AnalyticsClient analytics, CancellationToken cancellationToken) =>
                Results.Ok(await analytics.FindIntentAsync(Platform.Bot, request, cancellationToken: cancellationToken))
        );
        await app.StartAsync();
        Console.WriteLine($"Now listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }
}
