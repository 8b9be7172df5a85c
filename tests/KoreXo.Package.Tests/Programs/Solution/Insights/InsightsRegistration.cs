using KoreXo;
using Microsoft.Extensions.DependencyInjection;

[assembly: UsesScopes("Bot Export", "Bot Sessions", "Debug Logs")]

namespace Travel.Insights;

/// <summary>Registers the services of this library.</summary>
public static class InsightsRegistration
{
    public static IServiceCollection AddInsights(this IServiceCollection services) =>
        services
            .AddSingleton<SessionReader>()
            .AddSingleton<ISessionReader>(static provider => new CachedSessionReader(provider.GetRequiredService<SessionReader>()))
            .AddSingleton<IBackups, Backups>()
            .AddSingleton<Transcripts>();
}
