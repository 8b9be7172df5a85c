using System.Text.Json;
using KoreXo.Cli.Calls.Output;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a spreadsheet reads of a result (RFC 4180).</summary>
public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("""["plain"]""", "plain")]
    [InlineData("""["a,b"]""", "\"a,b\"")]
    [InlineData("""["say \"hi\""]""", "\"say \"\"hi\"\"\"")]
    [InlineData("""["one\r\ntwo"]""", "\"one\r\ntwo\"")]
    [InlineData("""["one\ntwo"]""", "\"one\ntwo\"")]
    [InlineData("""[" lead"]""", " lead")]
    [InlineData("""[""]""", "")]
    [InlineData("[null]", "")]
    [InlineData("[1.50]", "1.50")]
    [InlineData("[true]", "true")]
    [InlineData("""[["a",1]]""", "\"[\"\"a\"\",1]\"")]
    public async Task A_field_is_quoted_only_where_it_has_to_be(string json, string field) =>
        Assert.Equal($"value\r\n{field}\r\n", (await WriteAsync([], json)).Output);

    [Fact]
    public async Task Declared_columns_are_there_even_if_no_item_has_them() =>
        Assert.Equal(
            "id,name,extra\r\n,A,1\r\n2,,\r\n",
            (await WriteAsync(["id", "name"], """[{"extra":1,"name":"A"},{"id":2}]""")).Output
        );

    [Fact]
    public async Task A_column_whose_name_needs_quotes_has_them() =>
        Assert.Equal("\"a,\"\"b\"\"\"\r\n1\r\n", (await WriteAsync([], """[{"a,\"b\"":1}]""")).Output);

    [Fact]
    public async Task A_member_that_comes_late_is_reported_once()
    {
        var (output, remarks) = await WriteAsync([], """[{"a":1}]""", """[{"a":2,"b":1}]""", """[{"b":2},{"b":3,"c":4}]""");

        Assert.Equal("a\r\n1\r\n2\r\n\r\n\r\n", output);
        Assert.Equal(
            [
                "korexo: 'b' first occurs after the first page, so it has no column; use --output jsonl to keep it.",
                "korexo: 'c' first occurs after the first page, so it has no column; use --output jsonl to keep it.",
            ],
            remarks.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("id,name\r\n", "id", "name")]
    [InlineData("value\r\n")]
    public async Task A_list_without_items_is_its_header(string output, params string[] declared) =>
        Assert.Equal((output, ""), await WriteAsync(declared, "[]", "[]"));

    [Fact]
    public async Task Empty_pages_at_the_beginning_decide_nothing() =>
        Assert.Equal(("id\r\n1\r\n2\r\n", ""), await WriteAsync([], "[]", "[]", """[{"id":1}]""", "[]", """[{"id":2}]"""));

    [Theory]
    [InlineData("""{"id":1,"more":{"a":[]}}""", "id,name,more\r\n1,,\"{\"\"a\"\":[]}\"\r\n")]
    [InlineData("[]", "id,name\r\n")]
    [InlineData("\"text\"", "id,name,value\r\n,,text\r\n")]
    [InlineData("null", "id,name,value\r\n,,\r\n")]
    public async Task A_single_result_has_a_header_too(string json, string output)
    {
        using var written = new StringWriter();
        using var document = JsonDocument.Parse(json);

        await new CsvWriter(written, TextWriter.Null, ["id", "name"]).WriteAsync(document.RootElement, default);

        Assert.Equal(output, written.ToString());
    }

    private static async Task<(string Output, string Remarks)> WriteAsync(string[] declared, params string[] pages)
    {
        using var output = new StringWriter();
        using var remarks = new StringWriter { NewLine = "\n" };
        var writer = new CsvWriter(output, remarks, declared);
        await writer.BeginAsync(default);
        foreach (var page in pages)
        {
            using var document = JsonDocument.Parse(page);
            await writer.WriteItemsAsync([.. document.RootElement.EnumerateArray()], default);
        }

        await writer.EndAsync(default);
        return (output.ToString(), remarks.ToString());
    }
}
