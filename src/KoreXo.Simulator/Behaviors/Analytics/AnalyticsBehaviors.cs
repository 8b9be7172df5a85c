using KoreXo.Simulator.Behaviors.Analytics.Billing;
using KoreXo.Simulator.Behaviors.Analytics.Conversations;
using KoreXo.Simulator.Behaviors.Analytics.Logs;
using KoreXo.Simulator.Behaviors.Analytics.Reports;

namespace KoreXo.Simulator.Behaviors.Analytics;

/// <summary>The operations on the conversations between users and bots, and on the statistics about them.</summary>
internal static class AnalyticsBehaviors
{
    public static IEnumerable<IOperationFamily> All(PlatformState platform) =>
        [
            new FindIntentOperations(platform),
            new HistoryOperations(platform),
            new LightweightHistoryOperations(platform),
            new SessionOperations(platform),
            new ConversationOperations(platform),
            new FeedbackOperations(platform),
            new DebugLogOperations(platform),
            new TranslationLogOperations(platform),
            new ChangeLogOperations(platform),
            new LlmUsageOperations(platform),
            new BillingSessionOperations(platform),
            new UsageReportOperations(platform),
            new MetricOperations(platform),
            new WidgetOperations(platform),
            new EngagementOperations(platform),
            new ContainmentOperations(platform),
        ];
}
