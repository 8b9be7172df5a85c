using KoreXo;
using KoreXo.BotDefinition;
using KoreXo.NlpTraining;
using KoreXo.Samples;

namespace Workloads.Promotion;

/// <summary>
/// Promotes a bot from development through test to production. What is promoted is a commit: the development version is committed first,
/// and exactly these files are imported, tested and published. Before production changes, what is published there is committed too.
/// </summary>
[ScopeApp("promotion")]
internal sealed class PromotionRun(
    Stage dev,
    Stage test,
    Stage prod,
    string repository,
    string suite,
    RunState state,
    Action<string> report
)
{
    private readonly JobSteps _jobs = new(state, report);
    private readonly GitFolder _release = new(repository, "release");
    private readonly GitFolder _backup = new(repository, "backup");

    /// <summary>Promotes the bot, or goes on where an earlier run was interrupted.</summary>
    /// <returns>Whether it was published: not if the test suite failed, and then production is untouched.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var release = await SaveAsync(dev, BotExportType.Latest, _release, cancellationToken);
        await ImportAsync(test, release, cancellationToken);
        var isPublished = await PassesAsync(cancellationToken);
        if (isPublished)
        {
            var backup = await SaveAsync(prod, BotExportType.Published, _backup, cancellationToken);
            await ImportAsync(prod, release, cancellationToken);
            await _jobs.RunAsync(
                "prod publish",
                async () =>
                    await prod.Xo.BotDefinition.StartBotPublishAsync(
                        prod.BotId,
                        new PublishBotRequest { VersionComment = $"Commit {release}" },
                        cancellationToken: cancellationToken
                    ),
                prod.Xo.BotDefinition.ResumeBotPublish,
                cancellationToken
            );
            report($"published {release}; {backup} has the version before");
        }

        state.Delete();
        return isPublished;
    }

    /// <summary>Commits a version of a bot.</summary>
    /// <returns>The id of the commit.</returns>
    private async Task<string> SaveAsync(Stage stage, BotExportType version, GitFolder folder, CancellationToken cancellationToken)
    {
        var step = $"{stage.Name} commit";
        if (state[step] is { } committed)
        {
            return committed;
        }

        var export = await _jobs.RunAsync(
            $"{stage.Name} export",
            async () =>
                await stage.Xo.BotDefinition.StartBotExportAsync(
                    stage.BotId,
                    new BotExportRequest { ExportType = version },
                    cancellationToken: cancellationToken
                ),
            stage.Xo.BotDefinition.ResumeBotExport,
            cancellationToken
        );
        using var archive = new MemoryStream();
        var link = export.DownloadUrl ?? throw new InvalidDataException($"Export {export.Id} succeeded but returned no link.");
        await stage.Xo.BotDefinition.DownloadAsync(link, archive, cancellationToken: cancellationToken);
        var message = $"Export the {version} version of {stage.Name}\n\nBot {stage.BotId}, export {export.Id}.";
        state.Set(step, await folder.CommitAsync(archive, message, cancellationToken));
        report($"{step}: {state[step]}");
        return state[step]!;
    }

    private async Task ImportAsync(Stage stage, string release, CancellationToken cancellationToken)
    {
        await _jobs.RunAsync(
            $"{stage.Name} import",
            async () =>
            {
                await _release.VerifyAsync(release, cancellationToken);
                var files = new DirectoryInfo(_release.Path);
                var functions = new List<string>();
                foreach (var file in files.EnumerateFiles("*.js", SearchOption.AllDirectories))
                {
                    functions.Add(await UploadAsync(stage, file, FileExtension.Js, cancellationToken));
                }

                return await stage.Xo.BotDefinition.StartBotImportIntoExistingBotAsync(
                    stage.BotId,
                    new ImportExistingBotRequest
                    {
                        BotDefinition = await UploadAsync(stage, Json("*efinition.json"), FileExtension.Json, cancellationToken),
                        ConfigInfo = await UploadAsync(stage, Json("*onfig.json"), FileExtension.Json, cancellationToken),
                        BotFunctions = functions,
                    },
                    cancellationToken: cancellationToken
                );

                FileInfo Json(string name) =>
                    files.EnumerateFiles(name).FirstOrDefault() ?? throw new InvalidDataException($"The export has no file {name}.");
            },
            stage.Xo.BotDefinition.ResumeBotImportIntoExistingBot,
            cancellationToken
        );
        await _jobs.RunAsync(
            $"{stage.Name} training",
            async () =>
                await stage.Xo.NlpTraining.StartMlTrainingAsync(
                    stage.BotId,
                    new StartMlTrainingOptions { BotLanguage = "en" },
                    cancellationToken: cancellationToken
                ),
            stage.Xo.NlpTraining.ResumeMlTraining,
            cancellationToken
        );
    }

    private static async Task<string> UploadAsync(Stage stage, FileInfo file, FileExtension extension, CancellationToken cancellationToken)
    {
        var uploaded = await stage.Xo.BotDefinition.UploadFileAsync(
            new UploadFileRequest
            {
                File = FilePart.FromFile(file.FullName),
                FileContext = FileContext.BulkImport,
                FileExtension = extension,
            },
            cancellationToken: cancellationToken
        );
        return uploaded.FileId;
    }

    /// <summary>Runs the batch test suite. The bot passes only if it is known that cases ran and that none of them failed.</summary>
    private async Task<bool> PassesAsync(CancellationToken cancellationToken)
    {
        var run = await _jobs.RunAsync(
            $"{test.Name} suite",
            async () =>
                await test.Xo.BotDefinition.StartBatchTestExecutionAsync(
                    test.BotId,
                    suite,
                    new BatchTestExecutionRequest { Version = TestedVersion.InDevelopment },
                    cancellationToken: cancellationToken
                ),
            test.Xo.BotDefinition.ResumeBatchTestExecution,
            cancellationToken
        );
        var counts = run.Result?.Results;
        report($"{suite}: {counts?.Success} passed, {counts?.Failure} failed, F1 {run.Result?.F1Score}");
        return counts is { Success: > 0, Failure: 0 };
    }
}
