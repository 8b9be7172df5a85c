using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Tables;

/// <summary>What inserts, updates and deletes do to the rows of a table, and what they leave alone.</summary>
public sealed class RowChangeTests : PlatformTest
{
    private const string Target = "/api/public/tables/T";

    private SimulatedTable _table = null!;
    private TestCaller _caller = null!;

    protected override void Configure(XoSimulatorOptions options) => options.EnforceRateLimits = false;

    protected override Task PrepareAsync()
    {
        _table = Platform.AddTable("T");
        _caller = As(Platform.AddAppWithAllScopes(AppKind.Data), Platform.CreateHandler());
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Updated_On")]
    [InlineData("Created_On")]
    [InlineData("Updated_By")]
    [InlineData("Created_By")]
    [InlineData("sys_Id")]
    [InlineData("_id")]
    public async Task No_request_writes_a_column_that_the_platform_fills(string column)
    {
        Add("""{"a":1}""");
        var before = _table.Rows[0];
        var bad = $"\"a\":2,\"{column}\":\"x\"";

        foreach (
            var (method, target, body, pointer) in new[]
            {
                ("POST", Target, $$"""{"data":{ {{bad}} } }""", $"/data/{column}"),
                ("POST", Target + "/bulk", $$"""{"data":[{"a":2},{ {{bad}} }]}""", $"/data/1/{column}"),
                ("PUT", Target, Update(Where("a", "=", "1"), $$"""{ {{bad}} }"""), $"/data/{column}"),
            }
        )
        {
            Assert.Equal(
                $"The body is not valid at {pointer}: the platform fills this column itself.",
                (await _caller.SendAsync(method, target, body)).Refusal(HttpStatusCode.BadRequest)
            );
        }

        Assert.Same(before, Assert.Single(_table.Rows));
    }

    [Theory]
    [InlineData("SYS_ID")]
    [InlineData("sys_id")]
    [InlineData("_ID")]
    [InlineData("__proto__")]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Größe 📏")]
    public async Task A_column_may_have_any_other_name(string column)
    {
        var data = new JsonObject { [column] = "x" };

        var row = (await _caller.PostAsync(Target, new JsonObject { ["data"] = data }.ToJsonString())).Success();

        Assert.Equal("x", row[column]!.GetValue<string>());
        Assert.Equal("x", Assert.Single(_table.Rows)[column].GetString());
    }

    [Theory]
    [InlineData("a", "=", "1", new[] { 0 })]
    [InlineData("a", "=", "\"1\"", new[] { 0 })]
    [InlineData("a", "!=", "1", new[] { 1, 2, 3 })]
    [InlineData("a", "<", "10", new[] { 0, 1 })]
    [InlineData("a", ">", "\"1\"", new[] { 1 })]
    [InlineData("a", "=", "null", new[] { 2, 3 })]
    [InlineData("a", "!=", "null", new[] { 0, 1 })]
    [InlineData("A", "=", "1", new int[0])]
    [InlineData("flag", "=", "true", new[] { 1 })]
    [InlineData("flag", "=", "\"true\"", new[] { 1 })]
    [InlineData("list", "=", "[1, 2]", new[] { 3 })]
    public async Task A_condition_selects_the_rows_that_are_changed(string field, string operand, string value, int[] expected)
    {
        Add("""{"n":0,"a":1}""", """{"n":1,"a":9,"flag":true}""", """{"n":2,"a":null}""", """{"n":3,"list":[1,2]}""");

        var answer = (await _caller.SendAsync("PUT", Target, Update(Where(field, operand, value), """{"hit":1}"""))).Success();

        Assert.Equal(expected.Length, answer["nModified"]!.GetValue<int>());
        Assert.Equal(expected, Numbers(_table.Rows.Where(row => row["hit"].ValueKind != JsonValueKind.Undefined)));
    }

    [Theory]
    [InlineData("and", new[] { 3 })]
    [InlineData("or", new[] { 1, 2, 3 })]
    public async Task Conditions_are_combined_as_the_operator_says(string connective, int[] deleted)
    {
        Add("""{"n":0,"a":1,"b":1}""", """{"n":1,"a":2,"b":1}""", """{"n":2,"a":1,"b":2}""", """{"n":3,"a":2,"b":2}""");
        var body = $$"""
            {"query":{"operator":"{{connective}}","expressions":[
              {"field":"a","operand":"=","value":"2"},{"field":"b","operand":"=","value":"2"}]} }
            """;

        Assert.Equal(deleted.Length, (await _caller.SendAsync("DELETE", Target, body)).Success()["nDeleted"]!.GetValue<int>());
        Assert.Equal(Enumerable.Range(0, 4).Except(deleted), Numbers(_table.Rows));
    }

    [Fact]
    public async Task Rows_are_selected_by_the_time_of_their_last_change()
    {
        Add("""{"n":0}""");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Add("""{"n":1}""");

        (await _caller.SendAsync("DELETE", Target, Delete(Where("Updated_On", "<", "\"2026-03-01T12:01:00.000Z\"")))).Success();

        Assert.Equal([1], Numbers(_table.Rows));
    }

    [Fact]
    public async Task An_update_that_matches_nothing_changes_nothing()
    {
        Add("""{"n":0}""");
        var before = _table.Rows[0];

        var answer = (await _caller.SendAsync("PUT", Target, Update(Where("n", "=", "7"), """{"n":1}"""))).Success();

        Assert.Equal("""{"nModified":0}""", answer.ToJsonString());
        Assert.Same(before, Assert.Single(_table.Rows));
    }

    [Fact]
    public async Task A_row_that_only_gets_a_new_date_counts_as_modified()
    {
        Add("""{"n":0}""");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            1,
            (await _caller.SendAsync("PUT", Target, Update(Where("n", "=", "0"), "{}"))).Success()["nModified"]!.GetValue<int>()
        );
        Assert.Equal(Clock.GetUtcNow(), _table.Rows[0].UpdatedOn);
    }

    [Fact]
    public async Task A_second_delete_finds_nothing_more()
    {
        Add("""{"n":0}""", """{"n":0}""");
        var body = Delete(Where("n", "=", "0"));

        Assert.Equal(2, (await _caller.SendAsync("DELETE", Target, body)).Success()["nDeleted"]!.GetValue<int>());
        Assert.Equal(0, (await _caller.SendAsync("DELETE", Target, body)).Success()["nDeleted"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_deletes_at_the_same_time_each_row_counts_for_one()
    {
        Add([.. Enumerable.Range(0, 200).Select(number => $"{{\"n\":{number}}}")]);
        var body = Delete(Where("n", "<", "150"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _caller.SendAsync("DELETE", Target, body))));

        Assert.Equal(150, replies.Sum(reply => reply.Success()["nDeleted"]!.GetValue<int>()));
        Assert.Equal(50, _table.Count);
    }

    [Fact]
    public async Task Of_updates_at_the_same_time_each_row_has_all_of_one()
    {
        Add([.. Enumerable.Range(0, 50).Select(number => $"{{\"n\":{number}}}")]);

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    Task.Run(async () =>
                        (
                            await _caller.SendAsync("PUT", Target, Update(Where("n", ">", "-1"), $"{{\"x\":{number},\"y\":{number}}}"))
                        ).Success()
                    )
                )
        );

        Assert.All(_table.Rows, row => Assert.Equal(row["x"].GetInt32(), row["y"].GetInt32()));
        Assert.Single(_table.Rows.Select(row => row["x"].GetInt32()).Distinct());
    }

    private void Add(params string[] rows)
    {
        foreach (var row in rows)
        {
            _table.AddRow(JsonElement.Parse(row));
        }
    }

    private static string Where(string field, string operand, string value) =>
        $$"""{"expressions":[{"field":"{{field}}","operand":"{{operand}}","value":{{value}} }],"operator":"and"}""";

    private static string Update(string query, string data) => $"{{\"query\":{query},\"data\":{data}}}";

    private static string Delete(string query) => $"{{\"query\":{query}}}";

    private static IEnumerable<int> Numbers(IEnumerable<TableRow> rows) => rows.Select(row => row["n"].GetInt32());
}
