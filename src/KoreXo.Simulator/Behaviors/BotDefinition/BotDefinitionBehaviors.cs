using KoreXo.Simulator.Behaviors.BotDefinition.Languages;
using KoreXo.Simulator.Behaviors.BotDefinition.Notifications;
using KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>The operations on files and bots: import, export, publishing, languages, channels, variables, tests, notifications.</summary>
internal static class BotDefinitionBehaviors
{
    public static IEnumerable<IOperationBehavior> All(PlatformState platform)
    {
        var (bots, ids, time, polls) = (platform.Bots, platform.Ids, platform.Time, platform.PollsPerJob);
        var contents = new ImportContent(platform.Files);
        var imports = new ImportRuns(bots, ids, time, polls);
        var exports = new ExportRuns(platform.Downloads, ids, time, polls);
        var publishes = new PublishRuns(ids, time, polls);
        return
        [
            new UploadFile(platform.Files),
            new StartBotImportAsNewBot(contents, imports),
            new StartBotImportIntoExistingBot(bots, contents, imports),
            new GetBotImportStatus(imports),
            new StartBotExport(bots, exports),
            new GetBotExportStatus(bots, exports),
            new StartBotPublish(platform, publishes),
            new GetBotPublishStatus(bots, publishes),
            .. Families(platform).SelectMany(family => family.Behaviors),
        ];
    }

    private static IEnumerable<IOperationFamily> Families(PlatformState platform)
    {
        var batchRuns = platform.NewJobs<TestRun>("run of a batch test suite");
        return
        [
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
