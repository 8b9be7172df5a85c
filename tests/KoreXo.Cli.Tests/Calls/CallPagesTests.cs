namespace KoreXo.Cli.Tests.Calls;

/// <summary>A list of any service is written page by page, and a shell can go on where it ended.</summary>
public sealed class CallPagesTests
{
    private const string List = """
        x-paging: { style: cursor, in: query, position: after, size: limit, items: /items, more: /next }
        parameters:
          - { name: after, in: query, schema: { type: string } }
          - { name: limit, in: query, schema: { type: integer, maximum: 50 } }
          - { name: state, in: query, schema: { type: string } }
        responses: { '200': { description: Things., content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
        """;

    private const string Components = """
        schemas:
          Page: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Item' } }, next: { type: string } } }
          Item: { type: object, properties: { id: { type: integer }, name: { type: string } } }
        """;

    private static readonly byte[] First = ScriptedService.Json("""{"items":[{"id":1},{"id":2}],"next":"c-2"}""");
    private static readonly byte[] Last = ScriptedService.Json("""{"items":[{"id":3}]}""");

    [Fact]
    public async Task All_pages_are_one_array()
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(First, Last);

        var ended = await document.CallAsync(service, "--page-all", "--page-size", "2", "--state", "open");

        Assert.Equal(
            (0, "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  },\n  {\n    \"id\": 3\n  }\n]\n", "3 items in 2 pages."),
            (ended.ExitCode, ended.Output, ended.Error.TrimEnd())
        );
        Assert.Equal(["/things?state=open&limit=2", "/things?state=open&after=c-2&limit=2"], service.Targets);
    }

    [Fact]
    public async Task The_token_of_a_page_continues_after_it()
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(First, Last);

        var first = await document.CallAsync(service, "-o", "jsonl");
        var second = await document.CallAsync(service, "-o", "jsonl", "--continue", first.Error.Trim().Split(' ')[^1]);

        Assert.StartsWith(
            "2 items; there are more. Use --page-all for all of them, or continue with ",
            first.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(("{\"id\":1}\n{\"id\":2}\n", "{\"id\":3}\n"), (first.Output, second.Output));
        Assert.Equal("1 item in 1 page.", second.Error.TrimEnd());
        Assert.Contains("after=c-2", service.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30")]
    public async Task A_token_of_something_else_is_refused(string token)
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(Last);

        var ended = await document.CallAsync(service, "--continue", token);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("korexo: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_page_that_fails_says_how_much_was_written_and_where_to_go_on()
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(First, ScriptedService.Response("400 Bad Request", "application/json", "{}"), Last);

        var ended = await document.CallAsync(service, "-o", "jsonl", "--page-all");
        var incomplete = ended.Error.ReplaceLineEndings("\n").Split('\n')[0];
        var rest = await document.CallAsync(service, "-o", "jsonl", "--page-all", "--continue", incomplete.Split(' ')[^1]);

        Assert.Equal((1, "{\"id\":1}\n{\"id\":2}\n"), (ended.ExitCode, ended.Output));
        Assert.StartsWith("Incomplete: 2 items were written. Continue with --continue ", incomplete, StringComparison.Ordinal);
        Assert.Equal((0, "{\"id\":3}\n"), (rest.ExitCode, rest.Output));
    }

    [Fact]
    public async Task A_first_page_that_fails_leaves_no_half_of_an_array()
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(ScriptedService.Response("404 Not Found", "application/json", "{}"));

        var ended = await document.CallAsync(service, "--page-all");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain("Incomplete", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "id,name\r\n1,\r\n2,\r\n3,\r\n")]
    [InlineData("table", "id\n1\n2\n3\n")]
    public async Task A_page_without_items_does_not_decide_about_columns(string format, string output)
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(ScriptedService.Json("""{"items":[],"next":"c-0"}"""), First, Last);

        var ended = await document.CallAsync(service, "-o", format, "--page-all");

        Assert.Equal((0, output, "3 items in 3 pages."), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("--page-size", "51", "--page-size is 51, but must be at most 50. For example: --page-size 1")]
    [InlineData("--page-size", "many", "--page-size is 'many', but must be a whole number. For example: --page-size 1")]
    [InlineData("--limit", "51", "--page-size is 51, but must be at most 50. For example: --page-size 1")]
    public async Task The_size_of_a_page_is_checked_under_both_of_its_names(string option, string value, string problem)
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(Last);

        var ended = await document.CallAsync(service, option, value);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"\n  {problem}\n", ended.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_list_is_no_download()
    {
        using var document = new CalledDocument(List, Components, verb: "get");
        await using var service = new ScriptedService(Last);

        var ended = await document.CallAsync(service, "--out", document.File("a.json"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("--out is not an option of this operation", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
