using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Files;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>The operations on files and on the import, export and publishing of bots.</summary>
internal static class BotDefinitionBehaviors
{
    public static IEnumerable<IOperationBehavior> All(FileStore files, BotStore bots, DownloadStore downloads, IdSource ids, TimeProvider time, int pollsPerJob)
    {
        var contents = new ImportContent(files);
        var imports = new ImportRuns(bots, ids, time, pollsPerJob);
        var exports = new ExportRuns(downloads, ids, time, pollsPerJob);
        var publishes = new PublishRuns(ids, time, pollsPerJob);
        return
        [
            new UploadFile(files),
            new StartBotImportAsNewBot(contents, imports),
            new StartBotImportIntoExistingBot(bots, contents, imports),
            new GetBotImportStatus(imports),
            new StartBotExport(bots, exports),
            new GetBotExportStatus(bots, exports),
            new StartBotPublish(bots, publishes, ids),
            new GetBotPublishStatus(bots, publishes),
        ];
    }
}
