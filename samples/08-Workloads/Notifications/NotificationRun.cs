using KoreXo;
using KoreXo.BotDefinition;

namespace Workloads.Notifications;

/// <summary>
/// Notifies recipients in batches, each recipient once, and reports the outcome for each. A notification is not idempotent: where it is
/// unknown whether the platform accepted a batch, the batch is reported as such, and not sent again.
/// </summary>
[ScopeApp("notify")]
internal sealed class NotificationRun(BotDefinitionClient bots, NotificationSettings settings, Journal journal, Action<string> report)
{
    private const string NoResponse = "it is unknown whether the platform accepted the notification";
    private const string NoOutcome = "the platform reported no outcome";

    /// <summary>Notifies all recipients that were not notified yet, and waits for all outcomes.</summary>
    /// <returns>The outcome for each recipient, of earlier runs too.</returns>
    /// <exception cref="KoreXoException">The platform rejected a batch; its recipients were not notified, and the next run goes on there.
    /// </exception>
    public async Task<IReadOnlyList<Outcome>> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in journal.Batches.Where(static batch => batch is { ResumeToken: not null, Outcomes: null }).ToList())
        {
            await FollowAsync(batch, bots.ResumeProactiveNotification(batch.ResumeToken!), cancellationToken);
        }

        var known = journal.Batches.SelectMany(static batch => batch.Recipients);
        foreach (var recipients in settings.Recipients.Except(known, StringComparer.OrdinalIgnoreCase).Chunk(settings.BatchSize))
        {
            await SendAsync(journal.Begin(recipients), cancellationToken);
        }

        return
        [
            .. journal.Batches.SelectMany(static batch =>
                batch.Outcomes ?? batch.Recipients.Select(static recipient => new Outcome(recipient, null, NoResponse))
            ),
        ];
    }

    private async Task SendAsync(Batch batch, CancellationToken cancellationToken)
    {
        var request = new ProactiveNotificationRequest
        {
            Channel = settings.Channel,
            UserIdentityType = UserIdentityType.Resolve,
            Message = new() { Type = NotificationMessageType.Text, Value = settings.Message },
            Identities = batch.Recipients,
        };
        try
        {
            var job = await bots.StartProactiveNotificationAsync(settings.BotId, request, cancellationToken: cancellationToken);
            journal.Start(batch, job.ResumeToken);
            await FollowAsync(batch, job, cancellationToken);
        }
        catch (KoreXoException exception) when (batch.ResumeToken is null && exception.MayHaveBeenApplied)
        {
            report($"batch {batch.Number}: {NoResponse}: {exception.Message}");
        }
        catch (KoreXoException) when (batch.ResumeToken is null)
        {
            journal.Withdraw(batch);
            throw;
        }
    }

    private async Task FollowAsync(Batch batch, Job<ProactiveNotificationStatus> job, CancellationToken cancellationToken)
    {
        report($"batch {batch.Number}: {batch.Recipients.Count} recipients, {job.Id}");
        try
        {
            await job.WaitAsync(cancellationToken: cancellationToken);
        }
        catch (KoreXoJobFailedException)
        {
            // Nobody was reached. The status says for each recipient why.
        }

        var logs = (job.Status?.StatusLogs ?? []).ToLookup(static log => log.OriginalId, StringComparer.OrdinalIgnoreCase);
        journal.End(
            batch,
            batch.Recipients.Select(recipient =>
                logs[recipient].FirstOrDefault() is { } log
                    ? new Outcome(recipient, log.Status == NotificationState.Success, log.Comments ?? "")
                    : new Outcome(recipient, null, NoOutcome)
            )
        );
    }
}
