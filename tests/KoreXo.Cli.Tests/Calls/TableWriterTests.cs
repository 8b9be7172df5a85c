using System.Text.Json;
using KoreXo.Cli.Calls.Output;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a person reads of a list in a terminal.</summary>
public sealed class TableWriterTests
{
    [Fact]
    public async Task Columns_are_as_wide_as_the_page_needs_and_no_line_ends_with_spaces() =>
        Assert.Equal(
            "name  id\nA     100\n      2\nBernadette  3\n",
            await WriteAsync(["name", "id"], """[{"id":100,"name":"A"},{"id":2,"name":""}]""", """[{"id":3,"name":"Bernadette"}]""")
        );

    [Fact]
    public async Task The_declared_order_counts_for_what_occurs() =>
        Assert.Equal("b  a  z\n2  1  3\n", await WriteAsync(["b", "none", "a"], """[{"a":1,"b":2,"z":3}]"""));

    [Theory]
    [InlineData(40, "", 40)]
    [InlineData(41, "…", 39)]
    [InlineData(200, "…", 39)]
    public async Task A_long_value_is_cut(int length, string end, int kept) =>
        Assert.Equal($"value\n{new string('x', kept)}{end}\n", await WriteAsync([], $"[\"{new string('x', length)}\"]"));

    [Theory]
    [InlineData("""[{"a":"one\ntwo\ttab"}]""", "a\none\\u000Atwo\\u0009tab\n")]
    [InlineData("""[{"a":{"b":null}}]""", "a\n{\"b\":null}\n")]
    [InlineData("""[{"a":null},{"b":1}]""", "a  b\n\n   1\n")]
    [InlineData("""["x",{"a":1}]""", "a\n\n1\n")]
    public async Task A_cell_is_one_line(string page, string table) => Assert.Equal(table, await WriteAsync([], page));

    [Fact]
    public async Task Empty_pages_at_the_beginning_decide_nothing() =>
        Assert.Equal("id\n1\n2\n", await WriteAsync([], "[]", "[]", """[{"id":1}]""", "[]", """[{"id":2}]"""));

    [Fact]
    public async Task A_list_without_items_is_a_header() => Assert.Equal("value\n", await WriteAsync(["id"], "[]", "[]"));

    private static async Task<string> WriteAsync(string[] declared, params string[] pages)
    {
        using var output = new StringWriter();
        var writer = new TableWriter(output, declared);
        await writer.BeginAsync(default);
        foreach (var page in pages)
        {
            using var document = JsonDocument.Parse(page);
            await writer.WriteItemsAsync([.. document.RootElement.EnumerateArray()], default);
        }

        await writer.EndAsync(default);
        return output.ToString();
    }
}
