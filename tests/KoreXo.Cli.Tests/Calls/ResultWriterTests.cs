using System.Text.Json;
using KoreXo.Cli.Calls.Output;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a list of two pages and a single result look like in each format.</summary>
public sealed class ResultWriterTests
{
    private const string First = """[{ "id": 1, "name": "Ada, \"the first\"" }, { "id": 2, "tags": ["a", "b"], "name": null }]""";
    private const string Second = """[{ "name": "José\nLima", "id": 3, "late": true }]""";

    [Fact]
    public async Task Json_is_one_array_however_many_pages_there_are()
    {
        var (output, remarks) = await WriteAsync(OutputFormat.Json, First, Second);

        Assert.Equal(
            """
            [
              {
                "id": 1,
                "name": "Ada, \"the first\""
              },
              {
                "id": 2,
                "tags": [
                  "a",
                  "b"
                ],
                "name": null
              },
              {
                "name": "José\nLima",
                "id": 3,
                "late": true
              }
            ]

            """.ReplaceLineEndings("\n"),
            output
        );
        Assert.Equal("", remarks);
    }

    [Fact]
    public async Task Json_lines_keep_each_item_on_its_line() =>
        Assert.Equal(
            """
            {"id":1,"name":"Ada, \"the first\""}
            {"id":2,"tags":["a","b"],"name":null}
            {"name":"José\nLima","id":3,"late":true}

            """.ReplaceLineEndings("\n"),
            (await WriteAsync(OutputFormat.Jsonl, First, Second)).Output
        );

    [Fact]
    public async Task Comma_separated_values_have_declared_columns_first_and_say_what_has_none()
    {
        var (output, remarks) = await WriteAsync(OutputFormat.Csv, First, Second);

        Assert.Equal(
            "name,missing,id,tags\r\n\"Ada, \"\"the first\"\"\",,1,\r\n,,2,\"[\"\"a\"\",\"\"b\"\"]\"\r\n\"José\nLima\",,3,\r\n",
            output
        );
        Assert.Equal("korexo: 'late' first occurs after the first page, so it has no column; use --output jsonl to keep it.\n", remarks);
    }

    [Fact]
    public async Task A_table_shows_what_occurs_and_no_control_characters() =>
        Assert.Equal(
            """
            name              id  tags
            Ada, "the first"  1
                              2   ["a","b"]
            José\u000ALima  3

            """.ReplaceLineEndings("\n"),
            (await WriteAsync(OutputFormat.Table, First, Second)).Output
        );

    [Theory]
    [InlineData("Json", "[]\n")]
    [InlineData("Jsonl", "")]
    [InlineData("Csv", "name,missing\r\n")]
    [InlineData("Table", "value\n")]
    public async Task An_empty_list_is_valid_in_each_format(string format, string expected) =>
        Assert.Equal(expected, (await WriteAsync(Enum.Parse<OutputFormat>(format), "[]")).Output);

    [Theory]
    [InlineData("Json", "\"a\"", "\"a\"\n")]
    [InlineData("Jsonl", "[1,2]", "1\n2\n")]
    [InlineData("Csv", "[\"a\",2]", "name,missing,value\r\n,,a\r\n,,2\r\n")]
    [InlineData("Table", "[\"a\",2]", "value\na\n2\n")]
    public async Task A_result_may_be_anything(string format, string json, string expected)
    {
        using var output = new StringWriter();
        using var document = JsonDocument.Parse(json);

        await ResultWriter
            .Create(Enum.Parse<OutputFormat>(format), output, TextWriter.Null, ["name", "missing"])
            .WriteAsync(document.RootElement, default);

        Assert.Equal(expected, output.ToString());
    }

    [Fact]
    public async Task A_long_value_is_cut_in_a_table_between_characters()
    {
        var text = new string('x', 38) + "🙂 and more";

        var (output, _) = await WriteAsync(OutputFormat.Table, $$"""[{ "a": "{{text}}", "b": "{{new string('y', 41)}}" }]""");

        Assert.Equal($"{"a".PadRight(39)}  b\n{new string('x', 38)}…  {new string('y', 39)}…\n", output);
    }

    [Fact]
    public async Task A_name_that_a_server_invents_does_not_steer_the_terminal()
    {
        const string page = """[{ "\u001b[2J": 1 }]""";

        Assert.Equal("\\u001B[2J\n1\n", (await WriteAsync(OutputFormat.Table, page)).Output);
        Assert.DoesNotContain('\u001b', (await WriteAsync(OutputFormat.Csv, "[{}]", page)).Remarks);
    }

    private static async Task<(string Output, string Remarks)> WriteAsync(OutputFormat format, params string[] pages)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var remarks = new StringWriter { NewLine = "\n" };
        var writer = ResultWriter.Create(format, output, remarks, ["name", "missing"]);
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
