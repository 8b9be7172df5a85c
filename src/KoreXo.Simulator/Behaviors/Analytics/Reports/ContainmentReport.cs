using System.Globalization;
using System.Text.Json.Nodes;
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

/// <summary>The executions of one task in a range of days.</summary>
internal sealed record ContainmentRow(string Days, string TaskName, IReadOnlyList<SimulatedSession> Sessions)
{
    public static string DayOf(SimulatedSession session) =>
        session.StartedOn.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public JsonObject ToJson() =>
        new()
        {
            ["totalExecution"] = Sessions.Count,
            ["totalSession"] = Sessions.Count,
            ["selfServiceSessions"] = Count("selfService"),
            ["dropOffSessions"] = Count("dropOff"),
            ["agentTransferSessions"] = Count("agent"),
            ["dateRange"] = Days,
            ["taskType"] = "dialog",
            ["taskName"] = TaskName,
            ["Status"] = "success",
            ["selfServiceSessionsInPercentage"] = Share("selfService"),
            ["dropOffSessionsInPercentage"] = Share("dropOff"),
            ["agentTransferSessionsInPercentage"] = Share("agent"),
        };

    private int Count(string containment) => Sessions.Count(session => session.Containment == containment);

    private double Share(string containment) => Math.Round(100.0 * Count(containment) / Sessions.Count, 2);
}
