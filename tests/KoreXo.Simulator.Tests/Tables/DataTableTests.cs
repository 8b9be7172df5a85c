using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Tables;

public sealed class DataTableTests : PlatformTest
{
    private SimulatedApp _app = null!;
    private SimulatedTable _table = null!;
    private TestCaller _caller = null!;

    protected override Task PrepareAsync()
    {
        _table = Platform.AddTable("Employees");
        _app = Platform.AddAppWithAllScopes(AppKind.Data);
        _caller = As(_app);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_inserted_row_comes_back_flat_with_its_system_columns()
    {
        var row = (await _caller.PostAsync("/api/public/tables/Employees", """{"data":{"Name":"Ada","Age":36}}""")).Success();

        Assert.Equal(
            ["Name", "Age", "Updated_On", "Created_On", "Updated_By", "Created_By", "sys_Id", "_id"],
            row.AsObject().Select(member => member.Key)
        );
        Assert.Equal("2026-03-01T12:00:00.000Z", row["Created_On"]!.GetValue<string>());
        Assert.StartsWith("st-", row["Created_By"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("sys-", row["sys_Id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(row["sys_Id"]!.GetValue<string>(), _table.Rows.Single().Id);
    }

    [Fact]
    public async Task Values_keep_their_type_and_their_digits()
    {
        const string Data = """{"n":1.50,"big":12345678901234567890.123456789,"t":"1.50","l":[1,{"x":null}],"e":1e400,"z":null}""";
        await _caller.PostAsync("/api/public/tables/Employees", $$"""{"data":{{Data}}}""");

        var row = (await _caller.PostAsync("/api/public/tables/Employees/query", "{}")).Success()["queryResult"]![0]!;
        using var expected = JsonDocument.Parse(Data);
        foreach (var member in expected.RootElement.EnumerateObject())
        {
            Assert.Equal(member.Value.GetRawText(), row[member.Name]?.ToJsonString() ?? "null");
        }
    }

    [Fact]
    public async Task A_bulk_insert_answers_its_rows_in_order_each_with_its_own_id()
    {
        var records = (await BulkAsync(3)).Success()["records"]!.AsArray();

        Assert.Equal([0, 1, 2], records.Select(row => row!["n"]!.GetValue<int>()));
        Assert.Equal(3, records.Select(row => row!["sys_Id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, records.Select(row => row!["_id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Without_a_size_a_page_has_ten_rows()
    {
        await BulkAsync(25);

        var page = (await _caller.PostAsync("/api/public/tables/Employees/query", "{}")).Success();
        Assert.Equal(
            (10, 25, true),
            (page["queryResult"]!.AsArray().Count, page["total"]!.GetValue<int>(), page["hasMore"]!.GetValue<bool>())
        );
    }

    [Theory]
    [InlineData(0, 100, 100, true)]
    [InlineData(100, 100, 20, false)]
    [InlineData(20, 100, 100, false)]
    [InlineData(120, 100, 0, false)]
    [InlineData(9_000_000_000_000, 5, 0, false)]
    public async Task A_page_is_cut_out_by_offset_and_limit(long offset, int limit, int count, bool more)
    {
        await BulkAsync(120);

        var page = (await _caller.PostAsync($"/api/public/tables/Employees/query?sys_limit={limit}&sys_offset={offset}", "{}")).Success();
        var rows = page["queryResult"]!.AsArray();
        Assert.Equal((count, more, 120), (rows.Count, page["hasMore"]!.GetValue<bool>(), page["total"]!.GetValue<int>()));
        Assert.Equal(Enumerable.Range((int)Math.Min(offset, 120), count), rows.Select(row => row!["n"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_columns_of_a_table_are_described()
    {
        await _caller.PostAsync("/api/public/tables/Employees/bulk", """{"data":[{"Name":"Ada","Age":null},{"Age":36,"Active":true}]}""");

        var columns = (await _caller.PostAsync("/api/public/tables/Employees/query", "{}")).Success()["metaInfo"]!.AsArray();
        Assert.Equal(["Name:string", "Age:number", "Active:boolean"], columns.Select(column => $"{column!["name"]}:{column["type"]}"));
    }

    [Fact]
    public async Task An_update_keeps_the_other_columns_and_dates_the_row()
    {
        await BulkAsync(2);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var other = As(Platform.AddAppWithAllScopes(AppKind.Data));
        (
            await other.SendAsync(
                "PUT",
                "/api/public/tables/Employees",
                """{"query":{"expressions":[{"field":"n","operand":"=","value":"1"}],"operator":"and"},"data":{"m":7}}"""
            )
        ).Success();

        var rows = _table.Rows;
        Assert.Equal((1, 7), (rows[1]["n"].GetInt32(), rows[1]["m"].GetInt32()));
        Assert.Equal(TimeSpan.FromMinutes(5), rows[1].UpdatedOn - rows[1].CreatedOn);
        Assert.NotEqual(rows[1].CreatedBy, rows[1].UpdatedBy);
        Assert.Equal((rows[0].CreatedOn, rows[0].CreatedBy), (rows[0].UpdatedOn, rows[0].UpdatedBy));
    }

    [Fact]
    public async Task System_columns_can_be_asked_for_in_filters()
    {
        await BulkAsync(3);
        var id = _table.Rows[1].Id;

        var body = $$$"""{"query":{"expressions":[{"field":"sys_Id","operand":"=","value":"{{{id}}}"}],"operator":"and"}}""";
        Assert.Equal(1, (await _caller.SendAsync("DELETE", "/api/public/tables/Employees", body)).Success()["nDeleted"]!.GetValue<int>());
        Assert.Equal([0, 2], _table.Rows.Select(row => row["n"].GetInt32()));
    }

    [Fact]
    public async Task A_view_shows_the_rows_that_its_condition_lets_through_and_no_total()
    {
        await BulkAsync(30);
        Platform.AddView("Even", _table, row => row["n"].GetInt32() % 2 == 0);

        var page = (
            await _caller.PostAsync(
                "/api/public/views/Even/query?sys_limit=4&sys_offset=2",
                """{"query":{"expressions":[{"field":"n","operand":">","value":9}],"operator":"and"}}"""
            )
        ).Success();
        Assert.Equal(["metaInfo", "queryResult"], page.AsObject().Select(member => member.Key));
        Assert.Equal([14, 16, 18, 20], page["queryResult"]!.AsArray().Select(row => row!["n"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("POST", "/api/public/tables/Nobody", """{"data":{}}""")]
    [InlineData("POST", "/api/public/tables/employees/query", "{}")]
    [InlineData("POST", "/api/public/views/Employees/query", "{}")]
    public async Task A_table_or_view_that_is_not_there_is_not_found(string method, string target, string body) =>
        (await _caller.SendAsync(method, target, body)).Refusal(HttpStatusCode.NotFound);

    [Fact]
    public async Task Writers_at_the_same_time_lose_no_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => BulkAsync(25)));

        Assert.Equal(1000, _table.Count);
        Assert.Equal(1000, _table.Rows.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_name_is_given_once()
    {
        Assert.Throws<ArgumentException>(() => Platform.AddTable("Employees"));
        Platform.AddView("V", _table);
        Assert.Throws<ArgumentException>(() => Platform.AddView("V", _table));
    }

    private Task<TestCaller.Reply> BulkAsync(int count)
    {
        var rows = Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject { ["n"] = number });
        return _caller.PostAsync(
            "/api/public/tables/Employees/bulk",
            new JsonObject { ["data"] = new JsonArray([.. rows]) }.ToJsonString()
        );
    }
}
