using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace KoreXo.Runtime;

/// <summary>Reports to listeners of the user, whose exceptions must not change the outcome of a call.</summary>
[SuppressMessage("Design", "CA1031", Justification = "A call that was sent keeps its outcome, whoever listens.")]
internal static class Measurements
{
    public static void TryRecord(this Histogram<double> instrument, double value, in TagList tags)
    {
        try
        {
            instrument.Record(value, tags);
        }
        catch (Exception)
        {
            // It is the listener's.
        }
    }

    public static void TryAdd(this Counter<long> instrument, in TagList tags = default)
    {
        try
        {
            instrument.Add(1, tags);
        }
        catch (Exception)
        {
            // It is the listener's.
        }
    }

    /// <summary>Starts an activity; <see langword="null"/> if a listener throws.</summary>
    public static Activity? TryStart(this ActivitySource source, string name)
    {
        try
        {
            return source.StartActivity(name, ActivityKind.Internal);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Ends an activity.</summary>
    public static void TryEnd(this Activity activity)
    {
        try
        {
            activity.Dispose();
        }
        catch (Exception)
        {
            // It is the listener's.
        }
    }
}
