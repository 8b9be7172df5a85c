using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Billing;

/// <summary>Summarizes the usage of a bot or of the account. Status calls do not name a report, so they refer to the latest one.</summary>
internal sealed class UsageReportOperations(PlatformState platform) : IOperationFamily
{
    private const string AccountKey = "account";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    private readonly JobStore<UsageReport> _jobs = platform.NewJobs<UsageReport>("summary of usage of");
    private int _reports;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startBillingUsageSummary", call => Start(call, platform.BotOf(call))),
            new OperationBehavior("getBillingUsageSummaryStatus", call => GetStatus(platform.BotOf(call))),
            new OperationBehavior("startAccountBillingUsageSummary", call => Start(call, bot: null)),
            new OperationBehavior("getAccountBillingUsageSummaryStatus", _ => GetStatus(bot: null)),
        ];

    private JsonObject Start(OperationCall call, SimulatedBot? bot)
    {
        var body = call.Body;
        var window = TimeWindow.Read(body.Text("fromDate"), body.Text("toDate")).AtMost(Longest, "it is at most 90 days");
        var bots =
            bot is not null ? [bot.Id]
            : body.Member("streamIds") is null ? null
            : body.Texts("streamIds");
        var report = new UsageReport(window, body.Texts("unitType"), body.Text("groupByBot") == "yes", body.Text("groupByPeriod")!, bots);
        var job = _jobs.Start("ds-" + platform.Ids.Groups(), bot?.Id ?? AccountKey, call.App, report);
        return new JsonObject
        {
            ["reportId"] = Interlocked.Increment(ref _reports).ToString(CultureInfo.InvariantCulture),
            ["status"] = "IN_PROGRESS",
            ["percentageComplete"] = 0,
            ["orgId"] = AccountIds.Organization,
            ["createdBy"] = job.CreatedBy,
            ["jobType"] = "BILLINGSESSIONS_API",
            ["action"] = "QUERY",
            ["statusLogs"] = new JsonArray(),
            ["_id"] = job.Id,
            ["lMod"] = WireTime.Format(job.CreatedOn),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
    }

    private JsonObject GetStatus(SimulatedBot? bot) =>
        _jobs.Poll(
            bot?.Id ?? AccountKey,
            Describe,
            job =>
                job.Subject.Figures = job.Subject.Count(
                    platform
                        .Conversations.Sessions(bot)
                        .Find(
                            job.Subject.Window,
                            latestFirst: false,
                            session => job.Subject.Bots is not { } bots || bots.Contains(session.Bot.Id, StringComparer.Ordinal)
                        )
                )
        );

    private static JsonObject Describe(PlatformJob<UsageReport> job)
    {
        var answer = new JsonObject { ["_id"] = job.Id, ["status"] = job.State("IN_PROGRESS", "success") };
        if (job.Subject.Figures is { } figures)
        {
            // A node can have only one parent, and a report can be read more than once.
            answer["response"] = figures.DeepClone();
        }

        return answer;
    }
}
