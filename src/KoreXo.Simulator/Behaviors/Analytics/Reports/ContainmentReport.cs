using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>The parameters of a containment report.</summary>
/// <param name="Window">The time window; both bounds are set.</param>
/// <param name="IsDaily">Whether executions are aggregated by day.</param>
/// <param name="Page">The rows to include.</param>
/// <param name="Fits">The condition on the counted sessions.</param>
internal sealed record ContainmentReport(TimeWindow Window, bool IsDaily, PageWindow Page, Func<SimulatedSession, bool> Fits)
{
    /// <summary>Gets or sets the rows; empty until the report is done.</summary>
    public IReadOnlyList<ContainmentRow> Rows { get; set; } = [];
}
