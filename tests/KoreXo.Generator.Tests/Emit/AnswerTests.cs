using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("await client.GetArrayAsync() is [1, 2]", "[1,2]")]
    [InlineData("await client.GetDefaultAsync()", "true")]
    [InlineData("(await client.GetAnyAsync()).AsElement().GetArrayLength() == 1", "[{}]")]
    [InlineData("(await client.GetMapAsync())[\"a\"] == 5", """{"a":5}""")]
    [InlineData("(await client.GetRefAsync()).Id == \"x\"", """{"id":"x"}""")]
    [InlineData("await client.GetBothAsync() == \"hi\"", "\"hi\"")]
    public async Task An_answer_of_any_shape_is_read(string expression, string answer) =>
        Assert.Equal(
            "True",
            await Sample.RunAsync("answers", $"return $\"{{{expression.Replace("\"", "\"", StringComparison.Ordinal)}}}\";", answer)
        );

    [Theory]
    [InlineData("(await client.GetErrorsAsync()).Errors[0].Code", "E7")]
    [InlineData("(await client.GetRowsAsync()).Rows", "refused")]
    public async Task Errors_alone_are_data_only_where_the_answer_may_have_nothing_else(string expression, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "answers",
                $$"""try { return $"{{{expression}}}"; } catch (KoreXoException fault) when (fault.Code == "E7") { return "refused"; }""",
                """{"errors":[{"message":"faulty","code":"E7"}]}"""
            )
        );

    [Theory]
    [InlineData("GetTextAsync", "text/plain")]
    [InlineData("GetBothAsync", "text/html")]
    public async Task A_text_is_read_as_it_is(string method, string mediaType)
    {
        using var handler = new RecordingHandler("just <text>") { MediaType = mediaType };

        Assert.Equal("just <text>", await Sample.RunAsync(Sample.Document("answers"), $"return await client.{method}();", handler));
    }

    [Fact]
    public async Task An_answer_without_content_gives_nothing() =>
        Assert.Equal("DELETE /nothing", (await Sample.RequestAsync("answers", "await client.DeleteAllAsync();")).Line);

    [Fact]
    public async Task A_list_is_read_page_by_page() =>
        Assert.Equal(
            "a,b,c",
            await Sample.RunAsync(
                "paging",
                """var names = new List<string>(); await foreach (var pet in client.ListPetsAsync(new() { Color = "red" })) { names.Add(pet.Name!); } return string.Join(",", names);""",
                """{"pets":[{"name":"a"},{"name":"b"}],"total":3}""",
                """{"pets":[{"name":"c"}],"total":3}"""
            )
        );

    [Theory]
    [InlineData("new() { Color = \"red\" }", "GET /pets?color=red&offset=0&limit=2")]
    [InlineData("new() { Color = \"red\", Limit = 1, Offset = 5 }", "GET /pets?color=red&offset=5&limit=1")]
    public async Task A_page_is_asked_for_with_position_and_size(string options, string line) =>
        Assert.Equal(
            line,
            (
                await Sample.RequestAsync(
                    "paging",
                    $"await foreach (var pet in client.ListPetsAsync({options})) {{ break; }}",
                    """{"pets":[{"name":"a"}],"total":9}"""
                )
            ).Line
        );

    [Fact]
    public async Task The_answer_itself_may_be_the_page() =>
        Assert.Equal(
            "a",
            await Sample.RunAsync(
                "paging",
                """await foreach (var pet in client.ListBareAsync()) { return pet.Name!; } return "";""",
                """[{"name":"a"}]"""
            )
        );

    [Theory]
    [InlineData("""{"name":"a"}""", "a")]
    [InlineData("""[{"name":"a"},{"name":"b"}]""", "a,b")]
    public async Task An_item_in_the_place_of_a_list_is_a_page_of_one_where_the_document_allows_both(string page, string names) =>
        Assert.Equal(
            names,
            await Sample.RunAsync(
                "paging",
                """var names = new List<string>(); await foreach (var pet in client.ListLoneAsync()) { names.Add(pet.Name!); } return string.Join(",", names);""",
                page,
                "[]"
            )
        );

    [Fact]
    public async Task An_item_in_the_place_of_a_list_is_an_error_where_the_document_has_a_list_only() =>
        await Assert.ThrowsAsync<KoreXoException>(() =>
            Sample.RunAsync("paging", """await foreach (var pet in client.ListBareAsync()) { } return "";""", """{"name":"a"}""")
        );

    [Fact]
    public async Task The_names_of_items_may_be_data() =>
        Assert.Equal(
            "x=a",
            await Sample.RunAsync(
                "paging",
                """await foreach (var (key, pet) in client.ListKeyedAsync(new())) { return $"{key}={pet.Name}"; } return "";""",
                """{"x":{"name":"a"}}"""
            )
        );

    [Fact]
    public async Task A_job_is_waited_for() =>
        Assert.Equal(
            "done https://x",
            await Sample.RunAsync(
                "jobs",
                """
                var job = await client.StartExportAsync("b 1", new() { Kind = "full" });
                var export = await job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) });
                return $"{job.State} {export.Url}";
                """,
                """{"id":"x"}""",
                """{"status":"busy"}""",
                """{"status":"done","url":"https://x"}"""
            )
        );

    [Fact]
    public async Task A_job_asks_with_what_its_start_was_told()
    {
        using var handler = new RecordingHandler("""{"id":"x"}""", """{"status":"done"}""");
        await Sample.RunAsync(
            Sample.Document("jobs"),
            """await (await client.StartExportAsync("b 1", new() { Kind = "full" })).RefreshAsync(); return "";""",
            handler
        );

        Assert.Equal(
            ["POST /bots/b%201/exports", "GET /bots/b%201/exports?kind=full"],
            handler.Requests.Select(static request => request.Line)
        );
    }

    [Fact]
    public async Task A_job_is_taken_up_elsewhere() =>
        Assert.Equal(
            "done",
            await Sample.RunAsync(
                "jobs",
                """var job = await client.StartExportAsync("b", new()); return (await client.ResumeStartExport(job.ResumeToken).RefreshAsync()).Status!;""",
                """{"id":"x"}""",
                """{"status":"done"}"""
            )
        );
}
