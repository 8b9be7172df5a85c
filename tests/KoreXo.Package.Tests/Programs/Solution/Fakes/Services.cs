using KoreXo.Analytics;
using KoreXo.BotDefinition;
using Microsoft.Extensions.DependencyInjection;
using Travel.Insights;

namespace Travel.Fakes;

/// <summary>The services of the library on clients that are given.</summary>
internal static class Services
{
    public static ServiceProvider Create(AnalyticsClient analytics, BotDefinitionClient bots) =>
        new ServiceCollection().AddSingleton(analytics).AddSingleton(bots).AddInsights().BuildServiceProvider();
}
