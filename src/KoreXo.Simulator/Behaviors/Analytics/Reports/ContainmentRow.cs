using System.Globalization;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>The executions of one task in a range of days.</summary>
internal sealed record ContainmentRow(string Days, string TaskName, IReadOnlyList<SimulatedSession> Sessions)
{
    public static string DayOf(SimulatedSession session) => session.StartedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
