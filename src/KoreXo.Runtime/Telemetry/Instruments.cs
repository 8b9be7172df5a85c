using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KoreXo.Runtime;

/// <summary>What OpenTelemetry subscribes to: source and meter are both named "KoreXo". Docs: docs/guides/telemetry.md.</summary>
internal static class Instruments
{
    public const string Name = "KoreXo";

    public static readonly ActivitySource Source = new(Name, UserAgent.Version);

    public static readonly Meter Meter = new(Name, UserAgent.Version);

    public static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("korexo.client.operation.duration", "s", "Time of calls, with repetitions and waits.");

    public static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("korexo.client.retries", "{retry}", "Repetitions of calls.");

    public static readonly Histogram<double> QuotaWait =
        Meter.CreateHistogram<double>("korexo.client.quota.wait", "s", "Time that attempts waited for a permit.");

    public static readonly Counter<long> TokenRefreshes =
        Meter.CreateCounter<long>("korexo.client.token.refreshes", "{token}", "Tokens that were signed.");

    public static readonly Histogram<double> JobDuration =
        Meter.CreateHistogram<double>("korexo.client.job.duration", "s", "Time that was waited for jobs.");
}
