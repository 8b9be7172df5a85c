using KoreXo.BotDefinition;

namespace Travel.Insights;

internal sealed class Backups(BotDefinitionClient bots) : IBackups
{
    public async Task<string?> SaveAsync(string botId, CancellationToken cancellationToken)
    {
        var export = await bots.StartBotExportAsync(
            botId,
            new BotExportRequest { ExportType = BotExportType.Published },
            cancellationToken: cancellationToken
        );
        var done = await export.WaitAsync(cancellationToken: cancellationToken);
        return done.FileId;
    }
}
