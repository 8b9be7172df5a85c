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

    public static Histogram<double> Duration => DurationHolder.Instrument;

    public static Counter<long> Retries => RetriesHolder.Instrument;

    public static Histogram<double> QuotaWait => QuotaWaitHolder.Instrument;

    public static Counter<long> TokenRefreshes => TokenRefreshesHolder.Instrument;

    public static Histogram<double> JobDuration => JobDurationHolder.Instrument;

    private static Histogram<double> CreateHistogram(string name, string description, double[] boundaries) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });

    // A class for each, since the initializer of one creates all of its fields: the first call of a process needs only its duration.
    private static class DurationHolder
    {
        // Without advice, the default boundaries (0, 5, 10, 25, …) put nearly every call into one bucket. Up to 10 s, these are those of
        // .NET's own HTTP metrics.
        public static readonly Histogram<double> Instrument = CreateHistogram(
            "korexo.client.operation.duration",
            "Duration of calls, including retries and waits.",
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300]
        );
    }

    private static class RetriesHolder
    {
        public static readonly Counter<long> Instrument = Meter.CreateCounter<long>(
            "korexo.client.retries",
            "{retry}",
            "Retries of calls."
        );
    }

    private static class QuotaWaitHolder
    {
        public static readonly Histogram<double> Instrument = CreateHistogram(
            "korexo.client.rate_limit.wait",
            "Time that attempts waited for a rate limit permit.",
            [0.1, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60, 90, 120, 300, 600, 1800, 3600]
        );
    }

    private static class TokenRefreshesHolder
    {
        public static readonly Counter<long> Instrument = Meter.CreateCounter<long>(
            "korexo.client.token.refreshes",
            "{token}",
            "Signed tokens."
        );
    }

    private static class JobDurationHolder
    {
        public static readonly Histogram<double> Instrument = CreateHistogram(
            "korexo.client.job.duration",
            "Time spent waiting for jobs.",
            [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600]
        );
    }
}
