namespace KoreXo.BotDefinition;

/// <content>Archives of bots as files.</content>
public partial class BotDefinitionClient
{
    /// <summary>Downloads the archive of a completed export to a file on disk, which appears only when it is complete.</summary>
    /// <param name="export">The status of the export.</param>
    /// <param name="path">The path of the file, in an existing directory; an existing file is replaced.</param>
    /// <param name="progress">Receives a report after each chunk.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the download.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>The credential is only sent if the archive is on the host of the endpoint.</remarks>
    /// <exception cref="ArgumentException">The export has no link, since it is not completed, or the link is not https.</exception>
    /// <exception cref="InvalidOperationException">The file cannot be written.</exception>
    /// <exception cref="KoreXoException">The download failed or is incomplete.</exception>
    public virtual Task<long> DownloadBotExportAsync(
        BotExportStatus export,
        string path,
        IProgress<TransferProgress>? progress = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(export);
        var link =
            export.DownloadUrl
            ?? throw new ArgumentException($"The export has no link; its state is '{export.Status}'. Wait for its job.", nameof(export));
        return DownloadAsync(link, path, progress, call, cancellationToken);
    }

    /// <summary>Waits for an export and downloads its archive to a file on disk, which appears only when it is complete.</summary>
    /// <param name="job">The job, from its start or resumed.</param>
    /// <param name="path">The path of the file, in an existing directory; an existing file is replaced.</param>
    /// <param name="polling">How the job is polled; by default as <see cref="Job{T}.WaitAsync"/> does.</param>
    /// <param name="progress">Receives a report after each chunk of the download.</param>
    /// <param name="call">Options for the download.</param>
    /// <param name="cancellationToken">A token to cancel the wait or the download. The job itself goes on.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>The credential is only sent if the archive is on the host of the endpoint.</remarks>
    /// <exception cref="ArgumentException">The path is empty, or the link is not https.</exception>
    /// <exception cref="InvalidOperationException">The file cannot be written.</exception>
    /// <exception cref="KoreXoException">The job failed or timed out, it succeeded without a link, or the download failed or is
    /// incomplete.</exception>
    public virtual async Task<long> DownloadBotExportAsync(
        Job<BotExportStatus> job,
        string path,
        JobPolling? polling = null,
        IProgress<TransferProgress>? progress = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var export = await job.WaitAsync(polling, cancellationToken: cancellationToken).ConfigureAwait(false);
        return export.DownloadUrl is null
            ? throw new KoreXoException($"Export {export.Id} succeeded, but the response has no link to the archive.")
            : await DownloadBotExportAsync(export, path, progress, call, cancellationToken).ConfigureAwait(false);
    }
}
