using KoreXo.BotDefinition;

namespace Travel.Pipeline;

internal sealed class BackupStep : IReleaseStep
{
    public string Name => "backup";

    public async Task<bool> RunAsync(Platform platform, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(10));
        try
        {
            var request = new BotExportRequest { ExportType = BotExportType.Latest };
            var job = await Retry.RunAsync(
                async token =>
                {
                    using var attempt = CancellationTokenSource.CreateLinkedTokenSource(token);
                    // KXO1001 Bot Export (platform) or Bot Definition > Bot Export (admin)
                    return await platform.Nightly.BotDefinition.StartBotExportAsync(
                        platform.Bot,
                        request,
                        cancellationToken: attempt.Token
                    );
                },
                times: 2,
                limit.Token
            );
            return (await job.WaitAsync(cancellationToken: limit.Token)).FileId is not null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
