using KoreXo;
using KoreXo.BotDefinition;
using KoreXo.NlpTraining;
using KoreXo.Samples;

namespace BotPipeline;

/// <summary>Uploads a bot, imports, trains and tests it, publishes it if the tests pass, and saves a backup.</summary>
internal sealed class Pipeline(
    KoreXoClient xo,
    PipelineSettings settings,
    RunState state,
    JobPolling polling,
    CancellationToken cancellationToken
)
{
    private string BotId => settings.BotId;

    /// <summary>Runs all steps.</summary>
    /// <returns>Whether the bot was published.</returns>
    public async Task<bool> RunAsync()
    {
        var definition = await UploadAsync("botdefinition.json");
        var configuration = await UploadAsync("botconfig.json");
        await FollowAsync(
            "import",
            async () =>
                await xo.BotDefinition.StartBotImportIntoExistingBotAsync(
                    BotId,
                    new ImportExistingBotRequest { BotDefinition = definition, ConfigInfo = configuration },
                    cancellationToken: cancellationToken
                ),
            xo.BotDefinition.ResumeBotImportIntoExistingBot
        );
        await FollowAsync(
            "train",
            async () =>
                await xo.NlpTraining.StartMlTrainingAsync(
                    BotId,
                    new StartMlTrainingOptions { BotLanguage = "en" },
                    cancellationToken: cancellationToken
                ),
            xo.NlpTraining.ResumeMlTraining
        );

        // Both suites run to completion, so that one run shows every failure.
        var passed = await BatchTestAsync() & await ConversationTestAsync();
        if (!passed)
        {
            return false;
        }

        await FollowAsync(
            "publish",
            async () =>
                await xo.BotDefinition.StartBotPublishAsync(
                    BotId,
                    new PublishBotRequest { VersionComment = "Published by the pipeline" },
                    cancellationToken: cancellationToken
                ),
            xo.BotDefinition.ResumeBotPublish
        );
        await BackUpAsync();
        return true;
    }

    private async Task<string> UploadAsync(string name)
    {
        if (state[name] is { } uploaded)
        {
            return uploaded;
        }

        var file = await Steps.RunAsync(
            $"upload {name}",
            show =>
                xo.BotDefinition.UploadFileAsync(
                    new UploadFileRequest
                    {
                        File = FilePart.FromFile(Path.Combine(settings.Files, name), "application/json"),
                        FileContext = FileContext.BulkImport,
                        FileExtension = FileExtension.Json,
                    },
                    new CallOptions { UploadProgress = Transfer(show) },
                    cancellationToken
                )
        );
        state.Set(name, file.FileId);
        return file.FileId;
    }

    private async Task<bool> BatchTestAsync()
    {
        var done = await FollowAsync(
            $"batch test {settings.Batch}",
            async () =>
                await xo.BotDefinition.StartBatchTestExecutionAsync(
                    BotId,
                    settings.Batch,
                    new BatchTestExecutionRequest { Version = TestedVersion.InDevelopment },
                    cancellationToken: cancellationToken
                ),
            xo.BotDefinition.ResumeBatchTestExecution
        );

        // The bot passes only if the number of failures is known to be zero.
        var (failed, run) = (done.Result?.Results?.Failure, done.UtteranceCount);
        Console.WriteLine(
            $"  {(failed is null ? "an unknown number" : $"{failed}")} of {run} utterances failed, F1 {done.Result?.F1Score}"
        );
        if (failed is > 0 && done.Result?.FileUrl is { } report)
        {
            using var file = new MemoryStream();
            await xo.BotDefinition.DownloadAsync(report, file, cancellationToken: cancellationToken);
            foreach (
                var line in System
                    .Text.Encoding.UTF8.GetString(file.ToArray())
                    .Split('\n')
                    .Where(static line => line.EndsWith("failure", StringComparison.Ordinal))
            )
            {
                Console.WriteLine($"  failed: {line}");
            }
        }

        return failed == 0;
    }

    private async Task<bool> ConversationTestAsync()
    {
        var done = await FollowAsync(
            $"conversation test {settings.Conversation}",
            async () =>
                await xo.BotDefinition.StartConversationTestSuiteExecutionAsync(
                    BotId,
                    settings.Conversation,
                    new ConversationTestSuiteExecutionRequest { Version = TestedVersion.InDevelopment, UserEmailId = settings.User },
                    cancellationToken: cancellationToken
                ),
            xo.BotDefinition.ResumeConversationTestSuiteExecution
        );
        var failed = done.Result?.StepDetails?.Failed;
        Console.WriteLine($"  {(failed is null ? "an unknown number" : $"{failed}")} of {done.TotalTestStepsCount} steps failed");
        return done.Status == ConversationTestRunState.Passed;
    }

    private async Task BackUpAsync()
    {
        var export = await FollowAsync(
            "export",
            async () =>
                await xo.BotDefinition.StartBotExportAsync(
                    BotId,
                    new BotExportRequest { ExportType = BotExportType.Published },
                    cancellationToken: cancellationToken
                ),
            xo.BotDefinition.ResumeBotExport
        );
        await Steps.RunAsync(
            $"save {settings.Backup}",
            show => xo.BotDefinition.DownloadBotExportAsync(export, settings.Backup, Transfer(show), cancellationToken: cancellationToken)
        );
    }

    /// <summary>Starts a job, or resumes the one that an earlier run started, and waits for it to finish.</summary>
    private Task<T> FollowAsync<T>(string step, Func<Task<Job<T>>> start, Func<string, Job<T>> resume) =>
        Steps.RunAsync(
            step,
            async show =>
            {
                Job<T> job;
                if (state[step] is { } token)
                {
                    job = resume(token);
                }
                else
                {
                    job = await start();
                    state.Set(step, job.ResumeToken);
                }

                try
                {
                    return await job.WaitAsync(
                        polling,
                        new ProgressText<JobProgress>(show, static seen => seen.State ?? "waiting"),
                        cancellationToken
                    );
                }
                catch (KoreXoException exception) when (exception is KoreXoJobFailedException or KoreXoNotFoundException)
                {
                    state.Forget(step); // the next run starts it again
                    throw;
                }
            }
        );

    private static ProgressText<TransferProgress> Transfer(Action<string> show) =>
        new(show, static seen => $"{seen.Bytes / 1024} of {(seen.Total is null ? "?" : $"{seen.Total / 1024}")} KiB");
}
