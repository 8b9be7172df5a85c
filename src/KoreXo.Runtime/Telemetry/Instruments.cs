using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KoreXo.Runtime;

/// <summary>
/// The source and the meter that OpenTelemetry subscribes to, both named "KoreXo". Docs: docs/guides/telemetry.md.
/// </summary>
internal static class Instruments
{
    public const string Name = "KoreXo";

    public static readonly ActivitySource Source = new(Name, UserAgent.Version);

    public static readonly Meter Meter = new(Name, UserAgent.Version);

    // Without advice, the default boundaries (0, 5, 10, 25, …) put nearly every call into one bucket. Up to 10 s, these are those of
    // .NET's own HTTP metrics.
    public static readonly Histogram<double> Duration = CreateHistogram(
        "korexo.client.operation.duration",
        "Duration of calls, including retries and waits.",
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300]
    );

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("korexo.client.retries", "{retry}", "Retries of calls.");

    public static readonly Histogram<double> QuotaWait = CreateHistogram(
        "korexo.client.quota.wait",
        "Time that attempts waited for a rate limit permit.",
        [0.1, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60, 90, 120, 300, 600, 1800, 3600]
    );

    public static readonly Counter<long> TokenRefreshes = Meter.CreateCounter<long>(
        "korexo.client.token.refreshes",
        "{token}",
        "Signed tokens."
    );

    public static readonly Histogram<double> JobDuration = CreateHistogram(
        "korexo.client.job.duration",
        "Time spent waiting for jobs.",
        [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600]
    );

    private static Histogram<double> CreateHistogram(string name, string description, double[] boundaries) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}
