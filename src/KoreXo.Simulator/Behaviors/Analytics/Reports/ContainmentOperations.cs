using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>Reports task executions by how their sessions ended. A report expires 15 minutes after it was started.</summary>
internal sealed class ContainmentOperations(PlatformState platform) : IOperationFamily
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DefaultLength = TimeSpan.FromDays(7);
    private readonly JobStore<ContainmentReport> _jobs = platform.NewJobs<ContainmentReport>("containment report");

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("startTaskContainmentReport", Start), new OperationBehavior("getTaskContainmentReport", Get)];

    private JsonObject Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var id = "ds-" + platform.Ids.Groups();
        var job = _jobs.Start(id, $"{bot.Id}/{id}", call.App, Read(call));
        return new JsonObject
        {
            ["status"] = "IN_PROGRESS",
            ["percentageComplete"] = 0,
            ["streamId"] = bot.Id,
            ["jobType"] = "TASK_EXECUTION_CONTAINMENT_REPORT",
            ["action"] = "QUERY",
            ["countOfDockStatuses"] = 0,
            ["createdBy"] = job.CreatedBy,
            ["expireAt"] = WireTime.Format(job.CreatedOn + Life),
            ["statusLogs"] = new JsonArray(),
            ["_id"] = id,
            ["lMod"] = WireTime.Format(job.CreatedOn),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["requestedTime"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
    }

    private ContainmentReport Read(OperationCall call)
    {
        var filters = call.Member("filters") ?? default;
        var isDaily = filters.Text("AggregationType") != "Cumulative";
        var window = TimeWindow.Read(filters.Text("dateFrom"), filters.Text("dateTo"));
        window = window
            .Closed(window.From is { } from ? TimeWindow.Shift(from, DefaultLength) : platform.Now, DefaultLength)
            .AtMost(TimeSpan.FromDays(isDaily ? 30 : 90), isDaily ? "by day it is at most 30 days" : "it is at most 90 days");
        var (type, status, tasks) = (
            filters.Text("ConversationType"),
            filters.Text("ConversationStatus"),
            filters.Texts("includeTaskName")
        );
        return new ContainmentReport(
            window,
            isDaily,
            PageWindow.AtItem(call.Parameters.Integer("skip"), call.Parameters.Integer("limit"), int.MaxValue),
            session =>
                status != "Active" // All simulated sessions are closed.
                && (type is null || session.IsAlert == (type == "Non-Interactive"))
                && (tasks.Count == 0 || tasks.Contains(session.TaskName, StringComparer.Ordinal))
        );
    }

    private JsonObject Get(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var id = call.Parameters.Text("reportId");
        return _jobs.Poll(
            $"{bot.Id}/{id}",
            job =>
                job.CreatedOn + Life > platform.Now
                    ? Describe(job)
                    : throw RefusalException.NotFound($"The containment report '{id}' has gone."),
            job => job.Subject.Rows = Rows(bot, job.Subject)
        );
    }

    private IReadOnlyList<ContainmentRow> Rows(SimulatedBot bot, ContainmentReport report)
    {
        var sessions = platform.Conversations.Sessions(bot).Find(report.Window, latestFirst: false, report.Fits);
        var rows = sessions
            // By day, there is a row for each day and task; otherwise the range is the same for all sessions, so there is a row for each
            // task. Range runs once per session and hence never on an empty list.
            .GroupBy(session => (Days: report.IsDaily ? ContainmentRow.DayOf(session) : Range(sessions), session.TaskName))
            .Select(group => new ContainmentRow(group.Key.Days, group.Key.TaskName, [.. group]))
            .ToList();
        return report.Page.Of(rows).Items;
    }

    private static string Range(IReadOnlyList<SimulatedSession> sessions) =>
        $"{ContainmentRow.DayOf(sessions[0])} - {ContainmentRow.DayOf(sessions[^1])}";

    private static JsonObject Describe(PlatformJob<ContainmentReport> job)
    {
        var answer = new JsonObject { ["status"] = job.State("IN_PROGRESS", "SUCCESS") };
        if (job.IsDone)
        {
            var data = new JsonObject();
            foreach (var day in job.Subject.Rows.GroupBy(row => row.Days, StringComparer.Ordinal))
            {
                data[day.Key] = WireValue.Array(day.Select(row => row.ToJson()));
            }

            answer["tasksExecutionReport"] = new JsonObject { ["total"] = job.Subject.Rows.Count, ["data"] = data };
        }

        return answer;
    }
}
