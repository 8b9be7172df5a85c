using System.Diagnostics;
using KoreXo;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Programs;

/// <summary>A hosted service that counts sessions, with traces and metrics.</summary>
internal static class Worker
{
    public static async Task RunAsync(string[] args)
    {
        var (spans, metrics) = (new List<Activity>(), new List<Metric>());
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddKoreXo(options =>
        {
            options.Endpoint = Platform.Endpoint;
            options.Credentials["platform"] = Platform.Credential("platform");
        });
        builder.Services.AddHostedService<SessionCounter>();
        builder
            .Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("KoreXo").AddInMemoryExporter(spans))
            .WithMetrics(meters => meters.AddMeter("KoreXo").AddInMemoryExporter(metrics));

        using (var host = builder.Build())
        {
            await host.RunAsync();
        }

        Console.WriteLine(string.Join(", ", spans.Select(static span => span.DisplayName).Distinct()));
        Console.WriteLine(string.Join(", ", metrics.Select(static metric => metric.Name).Distinct()));
    }
}
