using KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>The operations on files and bots: import, export, publishing, languages, channels, variables, tests, notifications.</summary>
internal static class BotDefinitionBehaviors
{
    public static IEnumerable<IOperationFamily> All(PlatformState platform)
    {
        var (bots, ids, time, polls) = (platform.Bots, platform.Ids, platform.Time, platform.PollsPerJob);
        var batchRuns = platform.NewJobs<TestRun>("run of a batch test suite");
        return
        [
            new FileOperations(platform.Files),
            new ImportOperations(bots, new ImportContent(platform.Files), new ImportRuns(bots, ids, time, polls)),
            new ExportOperations(bots, new ExportRuns(platform.Downloads, ids, time, polls)),
            new PublishOperations(platform, new PublishRuns(ids, time, polls)),
            new SampleBotOperations(platform),
            new ChannelOperations(platform),
            new LanguageOperations(platform),
            new NotificationOperations(platform),
            new BotVariableOperations(platform),
            new BatchSuiteOperations(platform, batchRuns),
            new BatchRunOperations(platform, batchRuns),
            new ConversationSuiteOperations(platform),
            new ConversationRunOperations(platform),
            new PushDeviceOperations(platform),
            new LinkedAppOperations(platform),
            new ConversationDeletionOperations(platform),
        ];
    }
}
