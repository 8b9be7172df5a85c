using KoreXo.BotDefinition;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Tests.Wire;

public sealed class BotDefinitionWireTests : WireTest
{
    private const string ImportStarted = """
        {"_id":"bir-1","streamRefId":"r-1","status":"pending","statusLogs":[{"taskType":"importRequest","taskName":"Travel","status":"success"}],
         "requestType":"Botimport","createdBy":"u-1","createdOn":"2024-05-01T10:00:00.000Z","__v":0}
        """;

    private static readonly JobPolling AtOnce = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(1),
    };

    [Fact]
    public async Task A_file_is_uploaded_as_a_form()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"fileId":"f1","hash":"abc","fileName":"f-1.json"}""");

        var file = await Connect(server)
            .BotDefinition.UploadFileAsync(
                new()
                {
                    File = new FilePart(new MemoryStream("{\"a\":1}"u8.ToArray()), "bot \"one\"\r\n.json"),
                    FileContext = FileContext.BulkImport,
                    FileExtension = FileExtension.Json,
                }
            );

        var request = server.Only;
        Assert.Equal("POST /api/public/uploadfile", $"{request.Method} {request.Target}");
        Assert.Equal(Token, request.Headers["auth"]);
        Assert.StartsWith("multipart/form-data; boundary=", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("{\"a\":1}", request.Text, StringComparison.Ordinal);
        Assert.Matches("name=\"?fileContext\"?\r\n\r\nbulkImport\r\n", request.Text);
        Assert.Matches("name=\"?fileExtension\"?\r\n\r\njson\r\n", request.Text);
        Assert.DoesNotContain("one\"\r\n.json", request.Text, StringComparison.Ordinal);
        Assert.Equal("f1", file.FileId);
    }

    [Fact]
    public async Task A_new_bot_is_imported_from_files()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            ImportStarted,
            """{"_id":"bir-1","status":"success","streamRefId":"r-1","statusLogs":[],"streamId":"st-9","createdOn":"2024-05-01T10:00:00.000Z","__v":2}"""
        );

        var job = await Connect(server)
            .BotDefinition.StartBotImportAsNewBotAsync(
                new ImportNewBotFromFiles
                {
                    Name = "Travel",
                    BotDefinition = "f1",
                    ConfigInfo = "f2",
                    BotFunctions = ["f3"],
                    Icon = "f4",
                }
            );
        var done = await job.WaitAsync(AtOnce);

        AssertRequest(
            server.Requests[0],
            "POST",
            "/api/public/bot/import",
            """{"uploadMode":"JSON","botDefinition":"f1","configInfo":"f2","botFunctions":["f3"],"icon":"f4","name":"Travel"}"""
        );
        AssertRequest(server.Requests[1], "GET", "/api/public/bot/import/status/bir-1");
        Assert.Equal("bir-1", job.StartResponse.Id);
        Assert.Equal("st-9", done.BotId);
    }

    [Fact]
    public async Task A_new_bot_is_imported_from_an_archive()
    {
        await using var server = await LoopbackServer.AnsweringAsync(ImportStarted);

        await Connect(server)
            .BotDefinition.StartBotImportAsNewBotAsync(new ImportNewBotFromArchive { ZipInfo = "z1", Purpose = BotPurpose.Customer });

        AssertRequest(server, "POST", "/api/public/bot/import", """{"uploadMode":"ZIP","zipInfo":"z1","purpose":"customer"}""");
    }

    [Fact]
    public async Task A_bot_is_replaced_by_an_import_in_part()
    {
        await using var server = await LoopbackServer.AnsweringAsync(ImportStarted);

        await Connect(server)
            .BotDefinition.StartBotImportIntoExistingBotAsync(
                "st-1",
                new()
                {
                    BotDefinition = "f1",
                    ConfigInfo = "f2",
                    ImportOptions = new() { NlpData = ["utterances"], Tasks = [] },
                }
            );

        AssertRequest(
            server,
            "POST",
            "/api/public/bot/st-1/import",
            """{"botDefinition":"f1","configInfo":"f2","importOptions":{"nlpData":["utterances"],"tasks":[]}}"""
        );
    }

    [Fact]
    public async Task The_status_of_an_import_is_read()
    {
        await using var server = await LoopbackServer.AnsweringAsync(ImportStarted);

        var status = await Connect(server).BotDefinition.GetBotImportStatusAsync("bir-1");

        AssertRequest(server, "GET", "/api/public/bot/import/status/bir-1");
        Assert.Equal(BotTransferState.Pending, status.Status);
        Assert.Equal("Travel", Assert.Single(status.StatusLogs).TaskName);
    }

    [Fact]
    public async Task An_export_is_followed_by_its_own_id_though_it_is_addressed_by_bot()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"ber-2","streamId":"st-1","status":"pending","createdBy":"u-1","exportType":"published","requestType":"Botexport","createdOn":"2024-05-01T10:00:00.000Z","__v":0}""",
            """{"_id":"ber-1","botId":"st-1","exportType":"published","status":"success","downloadURL":"https://old.example/1.zip"}""",
            """{"_id":"ber-2","botId":"st-1","exportType":"published","status":"success","downloadURL":"https://new.example/2.zip","fileSize":"947"}"""
        );

        var job = await Connect(server).BotDefinition.StartBotExportAsync("st-1", new() { ExportType = BotExportType.Published });
        var done = await job.WaitAsync(AtOnce);

        AssertRequest(server.Requests[0], "POST", "/api/public/bot/st-1/export", """{"exportType":"published"}""");
        AssertRequest(server.Requests[1], "GET", "/api/public/bot/st-1/export/status", """{"exportType":"published"}""");
        Assert.Equal(new Uri("https://new.example/2.zip"), done.DownloadUrl);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_export_is_taken_up_in_another_process_by_its_token()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"ber-2","streamId":"st-1","status":"pending","exportType":"published"}""",
            """{"_id":"ber-2","botId":"st-1","exportType":"published","status":"success","downloadURL":"https://new.example/2.zip"}"""
        );
        var job = await Connect(server).BotDefinition.StartBotExportAsync("st-1", new() { ExportType = BotExportType.Published });
        var token = job.ResumeToken;

        var done = await Connect(server).BotDefinition.ResumeBotExport(token).WaitAsync(AtOnce);

        AssertRequest(server.Requests[1], "GET", "/api/public/bot/st-1/export/status", """{"exportType":"published"}""");
        Assert.Equal(BotTransferState.Success, done.Status);
    }

    [Fact]
    public async Task The_status_of_an_export_is_asked_for_by_a_body_on_GET()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"_id":"ber-1","status":"success","fileSize":947}""");

        var status = await Connect(server).BotDefinition.GetBotExportStatusAsync("st-1", new() { ExportType = BotExportType.Latest });

        AssertRequest(server, "GET", "/api/public/bot/st-1/export/status", """{"exportType":"latest"}""");
        Assert.Equal("947", status.FileSize);
    }

    [Fact]
    public async Task The_status_of_an_export_can_be_asked_for_without_a_body()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"_id":"ber-1","status":"success"}""");

        var status = await Connect(server).BotDefinition.GetBotExportStatusAsync("st-1");

        AssertRequest(server, "GET", "/api/public/bot/st-1/export/status");
        Assert.Equal(BotTransferState.Success, status.Status);
    }

    [Fact]
    public async Task A_publish_answers_an_array_of_two_shapes_and_of_shapes_yet_unknown()
    {
        const string Answer = """
            [{"resourceType":"NL","status":"SUCCESS","result":{"name":"NL","resourceId":"NL","resourceType":"NL","modules":["nl_model"]}},
             {"result":{"name":"Welcome","state":"awaitingApproval","approvalRequestedLanguages":["en"],"versionComment":"v2"},"status":"SUCCESS","resourceId":"dg-1","sbResourceId":"dg-2","resourceType":"dialog"},
             {"resourceType":"WIDGET","status":"SUCCESS","novel":[1]}]
            """;
        await using var server = await LoopbackServer.AnsweringAsync(Answer);

        var job = await Connect(server)
            .BotDefinition.StartBotPublishAsync("st-1", new() { VersionComment = "v2", InitiateTraining = false });

        AssertRequest(server, "POST", "/api/public/bot/st-1/publish", """{"versionComment":"v2","initiateTraining":false}""");
        AssertJson(Answer, ((Job<BotPublishStatus>)job).StartResponse.GetRawText());
        var shapes = job.StartResponse;
        Assert.Equal(
            ["nl_model"],
            Assert.IsType<PublishedResource.Component>(shapes[0]).Value.Result.Modules.Select(module => module.ToString())
        );
        Assert.Equal("dg-1", Assert.IsType<PublishedResource.Dialog>(shapes[1]).Value.ResourceId);
        Assert.Equal("WIDGET", Assert.IsType<PublishedResource.Unknown>(shapes[2]).Value.GetProperty("resourceType").GetString());
        AssertJson(Answer, $"[{string.Join(',', shapes.Select(shape => Json.Write(shape, BotDefinitionJson.Resolver)))}]");
    }

    [Fact]
    public async Task The_status_of_a_publish_is_read()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """
            {"_id":"ds-1","action":"RUN","jobType":"PUBLISH_BOT","streamId":"st-1","__v":0,"countOfDockStatuses":1,"createdBy":"u-1","percentageComplete":60,
             "requestedTime":"2024-05-01T10:00:00.000Z","status":"inprogress","lastModifiedOn":"2024-05-01T10:00:05.000Z","initiatedOn":"2024-05-01T10:00:01.000Z",
             "statusSummary":[{"resourceId":"NL","resourceType":"NL","name":"Natural Language","status":"SUCCESS"}]}
            """
        );

        var status = await Connect(server).BotDefinition.GetBotPublishStatusAsync("st-1");

        AssertRequest(server, "GET", "/api/public/bot/st-1/publish/status");
        Assert.Equal(60, status.PercentageComplete);
        Assert.Equal("Natural Language", Assert.Single(status.StatusSummary).Name);
    }

    [Fact]
    public async Task A_failed_publish_throws_with_the_answer_of_the_platform()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("[]", """{"_id":"ds-1","status":"failed","statusSummary":[]}""");
        var job = await Connect(server).BotDefinition.StartBotPublishAsync("st-1", new() { VersionComment = "v" });

        var failure = await Assert.ThrowsAsync<KoreXoJobFailedException>(() => job.WaitAsync(AtOnce));

        Assert.Equal("failed", failure.State);
        Assert.Contains("ds-1", failure.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"Error","message":"never published"}""")]
    [InlineData("never published")]
    public async Task A_refusal_with_the_status_of_a_success_is_an_error(string body)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            Connect(server).BotDefinition.ChangeDefaultLanguageAsync("st-1", new() { Language = "de" })
        );

        Assert.Contains("never published", fault.Message, StringComparison.Ordinal);
        Assert.False(fault.MayHaveBeenApplied);
    }

    [Fact]
    public async Task A_secret_of_a_body_is_not_in_the_error_that_repeats_it()
    {
        await using var server = await LoopbackServer.StartAsync(
            async (context, request) =>
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsync(
                    $"{{\"errors\":[{{\"msg\":\"wrong: {System.Text.Json.JsonEncodedText.Encode(request.Text)}\",\"code\":400}}]}}"
                );
            }
        );

        var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            Connect(server).Analytics.FindIntentAsync("st-1", new() { Input = "canary utterance", BotName = "Travel" })
        );

        Assert.Contains("Travel", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{fault} {fault.Body}", StringComparison.Ordinal);
    }
}
