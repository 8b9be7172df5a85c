using KoreXo;
using KoreXo.BotDefinition;

namespace Travel.Fakes;

/// <summary>A mock: notes what is asked of it, and answers with what the test says.</summary>
internal sealed class RecordingBots(Func<string, BotExportStatus> answer) : BotDefinitionClient
{
    public List<string> Calls { get; } = [];

    public override Task<Job<BotExportStatus, BotExport>> StartBotExportAsync(
        string botId,
        BotExportRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        Calls.Add($"{nameof(StartBotExportAsync)} {botId} {request.ExportType}");
        return Task.FromResult(new Job<BotExportStatus, BotExport>("token", answer(botId), completed: true));
    }
}
