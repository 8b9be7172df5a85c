using System.Text;
using KoreXo;
using KoreXo.BotDefinition;
using KoreXo.NlpTraining;
using KoreXo.Samples;

namespace Workloads.Utterances;

/// <summary>
/// Adds ML utterances to a bot and trains it. The bot's utterances are exported first, so that only missing ones are imported, and again
/// in the end, which proves that they are there.
/// </summary>
[ScopeApp("utterances")]
internal sealed class UtteranceUpdate(KoreXoClient xo, string botId, string language, RunState state, Action<string> report)
{
    private const string FileName = "utterances.csv";

    private readonly JobSteps _jobs = new(state, report);

    /// <summary>Adds the utterances, or goes on where an earlier run was interrupted.</summary>
    /// <param name="wanted">The utterances: lines of the platform's CSV file.</param>
    /// <param name="cancellationToken">A token to cancel the run, which can be resumed.</param>
    /// <returns>The utterances that are not in the bot, although the platform reported that it imported them.</returns>
    /// <exception cref="KoreXoException">A step failed; the next run repeats that step only.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        if (state["imported"] is null)
        {
            var before = await ExportAsync("export", cancellationToken);
            var missing = wanted.Distinct(StringComparer.Ordinal).Except(before, StringComparer.Ordinal).ToList();
            report($"{before.Count} utterances, {missing.Count} to add");
            if (missing.Count > 0)
            {
                await ImportAsync(missing, cancellationToken);
            }

            state.Set("imported", "yes");
        }

        await _jobs.RunAsync(
            "training",
            async () =>
                await xo.NlpTraining.StartMlTrainingAsync(
                    botId,
                    new StartMlTrainingOptions { BotLanguage = language },
                    cancellationToken: cancellationToken
                ),
            xo.NlpTraining.ResumeMlTraining,
            cancellationToken
        );
        var after = await ExportAsync("check", cancellationToken);
        report($"{after.Count} utterances, trained");
        state.Delete();
        return [.. wanted.Except(after, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> ExportAsync(string step, CancellationToken cancellationToken)
    {
        var export = await _jobs.RunAsync(
            step,
            async () =>
                await xo.NlpTraining.StartMlUtterancesExportAsync(
                    botId,
                    new StartMlUtterancesExportOptions { State = MlUtterancesExportState.Configured, Type = MlUtterancesFileFormat.Csv },
                    cancellationToken: cancellationToken
                ),
            xo.NlpTraining.ResumeMlUtterancesExport,
            cancellationToken
        );
        var link = export.DownloadUrl ?? throw new InvalidDataException($"Export {export.Id} succeeded but returned no link.");
        using var file = new MemoryStream();
        await xo.NlpTraining.DownloadAsync(link, file, cancellationToken: cancellationToken);
        return Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<MlUtterancesImportStatus> ImportAsync(IReadOnlyList<string> missing, CancellationToken cancellationToken) =>
        _jobs.RunAsync(
            "import",
            async () =>
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(missing.Select(static line => line + "\n"))));
                var file = await xo.BotDefinition.UploadFileAsync(
                    new UploadFileRequest
                    {
                        File = new FilePart(content, FileName, "text/csv"),
                        FileContext = FileContext.BulkImport,
                        FileExtension = FileExtension.Csv,
                    },
                    cancellationToken: cancellationToken
                );
                return await xo.NlpTraining.StartMlUtterancesImportAsync(
                    botId,
                    new MlUtterancesImportRequest { FileId = file.FileId, FileName = FileName },
                    cancellationToken: cancellationToken
                );
            },
            xo.NlpTraining.ResumeMlUtterancesImport,
            cancellationToken
        );
}
