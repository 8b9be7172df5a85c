using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;

namespace KoreXo.Conventions.Mocks;

/// <summary>Code that takes a client can be tested without a network.</summary>
public sealed class MockTests : IDisposable
{
    private readonly KoreXoClient _client = new MockedKoreXo();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_list_is_read_over_its_pages()
    {
        var ids = new List<string>();
        await foreach (var row in _client.DataTables.ListRowsAsync("any", new ListRowsRequest()))
        {
            ids.Add(row["id"].ToString());
        }

        Assert.Equal(["1", "2"], ids);
    }

    [Fact]
    public async Task An_inserted_row_comes_back()
    {
        var row = await _client.DataTables.InsertRowAsync(
            "any",
            new InsertRowRequest { Row = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["Name"] = "Ada" } }
        );

        Assert.Equal("Ada", row.AdditionalProperties["Name"].ToString());
    }

    [Fact]
    public async Task An_error_is_thrown_with_what_was_put_into_it()
    {
        var request = new DeleteRowsRequest
        {
            Query = new DataFilter { Operator = DataFilterOperator.And, Expressions = [] },
        };

        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() => _client.DataTables.DeleteRowsAsync("any", request));

        Assert.Equal(TimeSpan.FromSeconds(7), fault.RetryAfter);
    }

    [Fact]
    public async Task A_job_is_waited_for()
    {
        var job = await _client.BotDefinition.StartBotExportAsync("st-1", new BotExportRequest { ExportType = BotExportType.Published });

        Assert.Equal("st-1", (await job.WaitAsync()).BotId);
    }

    [Fact]
    public async Task A_job_fails()
    {
        var job = await _client.NlpTraining.StartMlTrainingAsync("st-1");

        var fault = await Assert.ThrowsAsync<KoreXoJobFailedException>(() => job.WaitAsync());

        Assert.Equal(("failed", "token"), (fault.State, fault.ResumeToken));
    }

    [Fact]
    public async Task A_page_says_how_many_items_there_are()
    {
        var pages = new List<Page<Bot>>();
        await foreach (var page in _client.Admin.ListBotsAsync().AsPages())
        {
            pages.Add(page);
        }

        Assert.Equal((1L, "st-1"), (Assert.Single(pages).Total, pages[0].Items[0].Id));
    }

    [Fact]
    public async Task An_answer_is_made_of_models()
    {
        var found = await _client.Analytics.FindIntentAsync("st-1", new FindIntentRequest { Input = "book", BotName = "Travel" });

        Assert.Equal("st-1", found.BotId);
    }

    [Fact]
    public async Task What_is_said_of_the_answer_is_what_was_put_into_it()
    {
        var details = new ResponseDetails();
        using var content = new MemoryStream();
        var request = new UploadFileRequest
        {
            File = new FilePart(content, "a.json"),
            FileContext = FileContext.BulkImport,
            FileExtension = FileExtension.Json,
        };

        await _client.BotDefinition.UploadFileAsync(request, new CallOptions { Details = details });

        Assert.Equal((System.Net.HttpStatusCode.Created, "req-7", 2), (details.Status, details.RequestId, details.Attempts));
    }

    [Fact]
    public async Task A_member_that_is_not_overridden_says_so()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => _client.BotDefinition.GetBotPublishStatusAsync("st-1"));

        Assert.Contains(nameof(MockedBotDefinition), fault.Message, StringComparison.Ordinal);
    }
}
