using KoreXo.DataTables;

namespace KoreXo.Tests.Wire;

public sealed class DataTablesWireTests : WireTest
{
    private const string StoredRow = """
        {"Updated_On":"2024-05-01T10:00:00.000Z","Created_On":"2024-05-01T09:00:00.000Z","Updated_By":"st-1","Created_By":"st-2","sys_Id":"sys-7","_id":"abc","First_Name":"Ada","Age":36}
        """;

    private static readonly DataFilter Adults = new()
    {
        Expressions =
        [
            new()
            {
                Field = "Age",
                Operand = DataComparison.GreaterThan,
                Value = 17,
            },
        ],
        Operator = DataFilterOperator.And,
    };

    private const string AdultsJson = """{"expressions":[{"field":"Age","operand":">","value":17}],"operator":"and"}""";

    [Fact]
    public async Task One_row_is_inserted_and_comes_back_with_the_columns_of_the_platform()
    {
        await using var server = await LoopbackServer.AnsweringAsync(StoredRow);

        var row = await Connect(server)
            .DataTables.InsertRowAsync(
                "People",
                new()
                {
                    Row = new Dictionary<string, JsonAny>
                    {
                        ["First_Name"] = "Ada",
                        ["Age"] = 36,
                        ["Active"] = true,
                        ["Score"] = 1.5,
                        ["Note"] = default,
                    },
                }
            );

        AssertRequest(
            server,
            "POST",
            "/api/public/tables/People",
            """{"data":{"First_Name":"Ada","Age":36,"Active":true,"Score":1.5,"Note":null}}"""
        );
        Assert.Equal("sys-7", row.RowId);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero), row.CreatedOn);
        Assert.Equal("Ada", row.AdditionalProperties["First_Name"].AsString());
        Assert.Equal(36, row.AdditionalProperties["Age"].AsInt64());
    }

    [Fact]
    public async Task Many_rows_are_inserted_in_one_request()
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"records":[{{StoredRow}},{{StoredRow}}]}""");

        var inserted = await Connect(server)
            .DataTables.InsertRowsAsync(
                "People",
                new()
                {
                    Rows =
                    [
                        new Dictionary<string, JsonAny> { ["First_Name"] = "Ada" },
                        new Dictionary<string, JsonAny> { ["First_Name"] = "Grace" },
                    ],
                }
            );

        AssertRequest(server, "POST", "/api/public/tables/People/bulk", """{"data":[{"First_Name":"Ada"},{"First_Name":"Grace"}]}""");
        Assert.Equal(["sys-7", "sys-7"], inserted.Rows.Select(row => row.RowId));
    }

    [Fact]
    public async Task Rows_that_match_a_filter_are_updated()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"nModified":12}""");

        var result = await Connect(server)
            .DataTables.UpdateRowsAsync(
                "People",
                new()
                {
                    Query = Adults,
                    Values = new Dictionary<string, JsonAny> { ["Adult"] = true },
                }
            );

        AssertRequest(server, "PUT", "/api/public/tables/People", $$$"""{"query":{{{AdultsJson}}},"data":{"Adult":true}}""");
        Assert.Equal(12, result.ModifiedCount);
    }

    [Fact]
    public async Task Rows_are_deleted_by_a_body_on_DELETE()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"nDeleted":3}""");

        var result = await Connect(server).DataTables.DeleteRowsAsync("People", new() { Query = Adults });

        AssertRequest(server, "DELETE", "/api/public/tables/People", $$$"""{"query":{{{AdultsJson}}}}""");
        Assert.Equal(3, result.DeletedCount);
    }

    [Fact]
    public async Task Rows_are_listed_page_by_page_with_the_filter_on_each()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"hasMore":true,"total":3,"metaInfo":[{"name":"n","type":"string"}],"queryResult":[{"n":1},{"n":2}]}""",
            """{"hasMore":false,"total":3,"metaInfo":[],"queryResult":[{"n":3}]}"""
        );

        var pages = new List<Page<IReadOnlyDictionary<string, JsonAny>>>();
        await foreach (
            var page in Connect(server)
                .DataTables.ListRowsAsync("People", new() { Query = Adults }, new() { Limit = 2, Offset = 4 })
                .AsPages()
        )
        {
            pages.Add(page);
        }

        Assert.Equal([1, 2, 3], pages.SelectMany(page => page.Items).Select(row => row["n"].AsInt64()));
        Assert.Equal(3, pages[0].Total);
        Assert.Equal("n", pages[0].Body.GetProperty("metaInfo")[0].GetProperty("name").GetString());
        Assert.Null(pages[1].Continuation);
        AssertRequest(
            server.Requests[0],
            "POST",
            "/api/public/tables/People/query?sys_offset=4&sys_limit=2",
            $$$"""{"query":{{{AdultsJson}}}}"""
        );
        AssertRequest(
            server.Requests[1],
            "POST",
            "/api/public/tables/People/query?sys_offset=6&sys_limit=2",
            $$$"""{"query":{{{AdultsJson}}}}"""
        );
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_asks_for_the_largest_page_when_the_caller_names_none()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"metaInfo":[],"queryResult":[{"n":1}]}""");

        var rows = 0;
        await foreach (var row in Connect(server).DataTables.ListViewRowsAsync("Adults", new()))
        {
            rows++;
        }

        Assert.Equal(1, rows);
        AssertRequest(server, "POST", "/api/public/views/Adults/query?sys_offset=0&sys_limit=100", "{}");
    }
}
