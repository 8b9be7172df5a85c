using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>What a containment report is asked to be about.</summary>
/// <param name="Window">The time; both bounds are there.</param>
/// <param name="IsDaily">Whether executions are summed up by day.</param>
/// <param name="Page">Which rows are in the report.</param>
/// <param name="Fits">Which sessions are counted.</param>
internal sealed record ContainmentReport(TimeWindow Window, bool IsDaily, PageWindow Page, Func<SimulatedSession, bool> Fits)
{
    /// <summary>The rows; they are there once the report is done.</summary>
    public IReadOnlyList<ContainmentRow> Rows { get; set; } = [];
}
