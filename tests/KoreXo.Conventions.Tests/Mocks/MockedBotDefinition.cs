using KoreXo.BotDefinition;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: a job that is done as soon as it is started.</summary>
internal sealed class MockedBotDefinition : BotDefinitionClient
{
    public override Task<Job<BotExportStatus, BotExport>> StartBotExportAsync(
        string botId,
        BotExportRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new Job<BotExportStatus, BotExport>("token", new BotExportStatus { BotId = botId, Status = "success" }, completed: true)
        );

    public override Task<UploadedFile> UploadFileAsync(
        UploadFileRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        if (call?.Details is { } details)
        {
            (details.Status, details.RequestId, details.Attempts) = (System.Net.HttpStatusCode.Created, "req-7", 2);
        }

        return Task.FromResult(new UploadedFile { FileId = request.File.FileName });
    }
}
