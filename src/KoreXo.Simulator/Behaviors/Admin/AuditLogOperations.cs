using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Lists the actions of administrators, latest first: page by page, or starting at an entry.</summary>
internal sealed class AuditLogOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listAdminConsoleAuditLogs", List)];

    private JsonObject List(OperationCall call)
    {
        var window = TimeWindow.Read(call.Parameters.Text("fromDate"), call.Parameters.Text("toDate"));
        var entries = platform.Audit.Find(entry => window.Contains(entry.CreatedOn));

        // A position by entry does not shift when entries are added while a client pages, as one by number does. After an unknown entry
        // there is nothing.
        if (call.Parameters.Optional("fetchAfter") is { } id)
        {
            entries = [.. entries.SkipWhile(entry => entry.Id != id).Skip(1)];
        }

        var page = PageWindow.AtPage(call.Parameters.Integer("offset"), call.Parameters.Integer("size")).Of(entries);
        return new JsonObject
        {
            ["total"] = page.Total,
            ["auditlogs"] = WireValue.Array(page.Items.Select(Describe)),
            ["moreAvailable"] = page.HasMore,
        };
    }

    private static JsonObject Describe(SimulatedAuditEntry entry) =>
        new()
        {
            ["timestampValue"] = entry.CreatedOn.ToUnixTimeMilliseconds(),
            ["Date/Time"] = WireTime.Format(entry.CreatedOn),
            ["Description"] = entry.Description,
            ["Name"] = entry.Name,
            ["Category"] = entry.Category,
            ["AuditLogId"] = entry.Id,
        };
}
