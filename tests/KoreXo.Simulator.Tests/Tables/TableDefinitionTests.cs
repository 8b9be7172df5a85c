using System.Net;
using System.Text.Json;

namespace KoreXo.Simulator.Tests.Tables;

/// <summary>Tables, columns and views as a test sets them up.</summary>
public sealed class TableDefinitionTests : PlatformTest
{
    private TestCaller _caller = null!;

    protected override Task PrepareAsync()
    {
        _caller = As(Platform.AddAppWithAllScopes(AppKind.Data));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Declared_columns_are_listed_first_and_keep_their_type()
    {
        var table = Platform.AddTable("T", new SimulatedColumn("Due", "date"), new SimulatedColumn("Age", "number"));
        Assert.Equal(["Due:date", "Age:number"], await ColumnsAsync());

        table.AddRow(JsonElement.Parse("""{"Name":"Ada","Age":"36"}"""));

        Assert.Equal(["Due:date", "Age:number", "Name:string"], await ColumnsAsync());
    }

    [Theory]
    [InlineData("""{"x":null}""", """{"x":null}""", "x:string")]
    [InlineData("""{"x":null}""", """{"x":[1]}""", "x:object")]
    [InlineData("""{"x":true}""", """{"x":"a"}""", "x:boolean")]
    [InlineData("""{"x":1.5}""", """{"x":{}}""", "x:number")]
    public async Task The_first_value_gives_a_column_its_type(string first, string second, string column)
    {
        var table = Platform.AddTable("T");
        table.AddRow(JsonElement.Parse(first));
        table.AddRow(JsonElement.Parse(second));

        Assert.Equal([column], await ColumnsAsync());
    }

    [Fact]
    public void A_column_is_declared_once()
    {
        var fault = Assert.Throws<ArgumentException>(() => Platform.AddTable("T", new SimulatedColumn("a"), new SimulatedColumn("a")));

        Assert.Contains("'a' twice", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Platform.Tables);
    }

    [Theory]
    [InlineData("a", "text", "'text' is unknown; write one of string, number, boolean, date, object")]
    [InlineData("a", "Number", "'Number' is unknown")]
    [InlineData("_id", "string", "'_id' is filled by the platform itself")]
    [InlineData("  ", "string", "white")]
    public void A_column_that_cannot_be_is_rejected(string name, string type, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => new SimulatedColumn(name, type)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "not Array")]
    [InlineData("null", "not Null")]
    [InlineData("""{"a":1,"Created_By":"me"}""", "'Created_By' is filled by the platform itself")]
    public void A_row_that_cannot_be_is_rejected(string row, string reason)
    {
        var table = Platform.AddTable("T");

        Assert.Contains(
            reason,
            Assert.Throws<ArgumentException>(() => table.AddRow(JsonElement.Parse(row))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void A_row_outlives_the_document_it_was_added_from_and_is_not_changed_with_the_table()
    {
        var table = Platform.AddTable("T");
        TableRow row;
        using (var document = JsonDocument.Parse("""{"a":{"b":1}}"""))
        {
            row = table.AddRow(document.RootElement);
        }

        var rows = table.Rows;
        table.AddRow(JsonElement.Parse("{}"));

        Assert.Equal("""{"b":1}""", row["a"].GetRawText());
        Assert.Equal(JsonValueKind.Undefined, row["A"].ValueKind);
        Assert.Same(row, Assert.Single(rows));
    }

    [Fact]
    public async Task A_view_needs_its_own_scope()
    {
        Platform.AddView("V", Platform.AddTable("T"));
        var table = As(Platform.AddApp(AppKind.Data, "Read access to the Data Table"));
        var view = As(Platform.AddApp(AppKind.Data, "Read access to the Table View"));

        Assert.Contains(
            "'Read access to the Table View'",
            (await table.PostAsync("/api/public/views/V/query", "{}")).Refusal(HttpStatusCode.Forbidden),
            StringComparison.Ordinal
        );
        (await view.PostAsync("/api/public/views/V/query", "{}")).Success();
        (await view.PostAsync("/api/public/tables/T/query", "{}")).Refusal(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_view_follows_its_table_and_describes_all_columns()
    {
        var table = Platform.AddTable("T");
        Platform.AddView("Zürich & Co", table, row => row["city"].ValueEquals("Zürich"));
        table.AddRow(JsonElement.Parse("""{"city":"Bern","zip":3000}"""));
        table.AddRow(JsonElement.Parse("""{"city":"Zürich"}"""));

        var page = (await _caller.PostAsync("/api/public/views/Z%C3%BCrich%20%26%20Co/query", "{}")).Success();

        Assert.Equal("Zürich", Assert.Single(page["queryResult"]!.AsArray())!["city"]!.GetValue<string>());
        Assert.Equal(["city:string", "zip:number"], page["metaInfo"]!.AsArray().Select(column => $"{column!["name"]}:{column["type"]}"));
    }

    [Theory]
    [InlineData("?sys_offset=2", 0)]
    [InlineData("?sys_offset=1", 1)]
    [InlineData("?sys_offset=9223372036854775807&sys_limit=100", 0)]
    public async Task A_view_beyond_its_end_is_empty(string query, int count)
    {
        var table = Platform.AddTable("T");
        Platform.AddView("V", table);
        table.AddRow(JsonElement.Parse("""{"a":1}"""));
        table.AddRow(JsonElement.Parse("""{"a":2}"""));

        var page = (await _caller.PostAsync("/api/public/views/V/query" + query, "{}")).Success();

        Assert.Equal(count, page["queryResult"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("?sys_limit=0", "it is below 1")]
    [InlineData("?sys_limit=101", "it is above 100")]
    [InlineData("?sys_limit=1.5", "an integer of at most 64 bits is expected")]
    [InlineData("?sys_offset=9223372036854775808", "an integer of at most 64 bits is expected")]
    [InlineData("?sys_offset=%2B1%20", "an integer of at most 64 bits is expected")]
    public async Task A_view_has_the_limits_of_a_table(string query, string reason)
    {
        Platform.AddView("V", Platform.AddTable("T"));

        Assert.Contains(
            reason,
            (await _caller.PostAsync("/api/public/views/V/query" + query, "{}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    private async Task<IEnumerable<string>> ColumnsAsync() =>
        (await _caller.PostAsync("/api/public/tables/T/query", "{}")).Success()["metaInfo"]!
            .AsArray()
            .Select(column => $"{column!["name"]}:{column["type"]}");
}
