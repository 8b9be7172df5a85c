using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Requests;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a command line says is checked before anything is sent, and each problem is named as the caller wrote it.</summary>
public sealed class CallInputReaderTests
{
    private const string Insert = """
        operationId: insertRow
        parameters:
          - { name: tableName, in: path, required: true, schema: { type: string } }
          - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 5 } }
          - { name: ids, in: query, schema: { type: array, maxItems: 2, items: { type: integer } } }
        requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Insert" } } } }
        responses: { "204": { description: Done. } }
        """;

    private const string Schemas = """
        Insert:
          type: object
          required: [data]
          properties:
            data: { x-name: row, allOf: [{ $ref: "#/components/schemas/Row" }] }
            lines: { type: array, x-name: items, items: { $ref: "#/components/schemas/Row" } }
            note: { type: string }
        Row: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }
        """;

    [Theory]
    [InlineData("--row 5", "--row must be a JSON object.")]
    [InlineData("--row []", "--row must be a JSON object.")]
    [InlineData("--row {}", "--row.name is missing; it must be string.")]
    [InlineData("""--row {"name":"A","age":"old"}""", "--row.age must be a whole number.")]
    [InlineData("""--row {"name":"A"} --items [{"name":1}]""", "--items[0].name must be a string.")]
    [InlineData("""--body {"data":5}""", "body: data must be a JSON object.")]
    [InlineData("""--body {"data":{}}""", "body: data.name is missing; it must be string.")]
    [InlineData("""--body {"data":{},"note":1} --row {"name":"A"}""", "body: note must be a string.")]
    [InlineData("""--body {"data":5} --row {}""", "--row.name is missing; it must be string.")]
    public async Task A_member_is_named_as_it_was_given(string words, string problem) =>
        Assert.Equal([problem], await ProblemsAsync($"--table-name T {words}"));

    [Theory]
    [InlineData("--limit 0", "--limit is 0, but must be at least 1. For example: --limit 1")]
    [InlineData("--limit 6", "--limit is 6, but must be at most 5. For example: --limit 1")]
    [InlineData("--limit 1 --limit 2", "--limit is given more than once, but takes one value. For example: --limit 1")]
    [InlineData("--ids 1 --ids 2 --ids 3", "--ids has 3 values, but may have at most 2. For example: --ids 1")]
    [InlineData("--ids [1,2,3]", "--ids has 3 values, but may have at most 2. For example: --ids 1")]
    [InlineData("--limit", "--limit has no value. For example: --limit 1")]
    public async Task A_limit_of_the_document_is_kept(string words, string problem) =>
        Assert.Equal([problem], await ProblemsAsync($"--table-name T --row {{\"name\":\"A\"}} {words}"));

    [Theory]
    [InlineData("", "--table-name is missing: it is required. For example: --table-name TABLE_NAME")]
    [InlineData("--body {}", "--table-name is missing: it is required. For example: --table-name TABLE_NAME")]
    public async Task What_is_required_is_missed(string words, string problem) => Assert.Contains(problem, await ProblemsAsync(words));

    [Theory]
    [InlineData("--table-name T", """--row is missing: it is required. For example: --row '{"name":"NAME"}'""")]
    [InlineData("--table-name T --body {}", """--row is missing: it is required. For example: --row '{"name":"NAME"}'""")]
    [InlineData("--table-name T --note x", """--row is missing: it is required. For example: --row '{"name":"NAME"}'""")]
    [InlineData("--table-name T --body []", "--body must be a JSON object.")]
    [InlineData("--table-name T --body null", "--body must be a JSON object.")]
    [InlineData("--table-name T --body null --note x", "--note is a member of the body, but --body is not a JSON object.")]
    [InlineData("--table-name T --body 5", "--body must be a JSON object.")]
    [InlineData("--table-name T --body [] --note x", "--note is a member of the body, but --body is not a JSON object.")]
    [InlineData("--table-name T --body {} --body {}", "--body takes one value: JSON, @FILE, or - for standard input.")]
    [InlineData("--table-name T --body", "--body takes one value: JSON, @FILE, or - for standard input.")]
    [InlineData("--table-name T --body {", "--body is not JSON (line 1, byte 2); quote it as in '{\"name\":\"value\"}', or write @FILE.")]
    [InlineData("--table-name T --body @none.json", "--body names the file 'none.json', which cannot be read: ")]
    public async Task A_body_that_is_none_is_one_problem(string words, string problem) =>
        Assert.StartsWith(problem, Assert.Single(await ProblemsAsync(words)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--tabel-name=T", "--tabel-name is not an option of this operation; did you mean '--table-name'?")]
    [InlineData("--Note x", "--Note is not an option of this operation; did you mean '--note'?")]
    [InlineData("--zzzzzz", "--zzzzzz is not an option of this operation.")]
    [InlineData("Contacts", "'Contacts' has no option in front of it; write arguments as --name value.")]
    [InlineData("-x", "'-x' has no option in front of it; write arguments as --name value.")]
    public async Task A_word_that_is_no_option_is_named(string words, string problem) =>
        Assert.Equal([problem], await ProblemsAsync($"--table-name T --row {{\"name\":\"A\"}}", words.Split(' ')));

    [Fact]
    public async Task Other_options_of_the_command_are_suggested_too() =>
        Assert.Equal(
            ["--outptu is not an option of this operation; did you mean '--output'?"],
            await ProblemsAsync($"--table-name T --row {{\"name\":\"A\"}}", ["--outptu"])
        );

    [Fact]
    public async Task All_problems_are_reported_at_once_and_a_wrong_value_is_not_also_missing() =>
        Assert.Equal(
            [
                "--limit is 'x', but must be a whole number. For example: --limit 1",
                "--row is not JSON (line 1, byte 2); quote it as in '{\"name\":\"value\"}', or write @FILE. For example: --row '{\"name\":\"NAME\"}'",
                "--table-name is missing: it is required. For example: --table-name TABLE_NAME",
            ],
            await ProblemsAsync("--limit x --row name")
        );

    [Fact]
    public async Task An_argument_replaces_the_member_of_a_file()
    {
        using var folder = new Specs.SpecFolder().Write("body.json", """{"data":{"name":"old"},"other":1}""");
        var operation = Operation();

        var input = await new CallInputReader(operation, []).ReadAsync(
            Given(operation, $"--table-name T --body @{folder.File("body.json")} --row {{\"name\":\"new\"}}", []),
            default
        );

        Assert.Equal("""{"data":{"name":"new"},"other":1}""", input.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", """{"kind":"row","level":1}""")]
    [InlineData("""{"kind":"other"}""", """{"kind":"other","level":1}""")]
    public async Task A_member_with_one_value_is_added_unless_it_is_written(string body, string sent)
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: addRow
            requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Add" } } } }
            responses: { "204": { description: Done. } }
            """,
            "Add: { type: object, required: [kind, level], properties: { kind: { type: string, enum: [row] }, level: { type: integer, enum: [1] } } }",
            path: "/rows"
        );

        var input = await new CallInputReader(operation, []).ReadAsync(new GivenArguments([], [body], []), default);

        Assert.Empty(operation.Arguments);
        Assert.Equal(sent, input.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_word_that_is_no_option_is_refused_when_a_job_is_resumed()
    {
        var reader = new CallInputReader(Operation(), ["--wait"]);

        reader.DemandKnown([]);

        Assert.Contains(
            "\n  --wiat is not an option of this operation; did you mean '--wait'?\n",
            Assert.Throws<CommandException>(() => reader.DemandKnown(["--wiat", "5m"])).Message,
            StringComparison.Ordinal
        );
        await Task.CompletedTask;
    }

    private static CallOperation Operation() => WrittenDocument.Operation(Insert, Schemas, path: "/tables/{tableName}");

    private static async Task<IEnumerable<string>> ProblemsAsync(string words, params string[] unknown)
    {
        var operation = Operation();
        var message = (
            await Assert.ThrowsAsync<CommandException>(() =>
                new CallInputReader(operation, ["--output"]).ReadAsync(Given(operation, words, unknown), default)
            )
        ).Message;
        var lines = message.Split('\n');
        Assert.Equal("insert-row was not sent:", lines[0]);
        Assert.Equal("'korexo call --document things.yaml insert-row --help' lists all arguments.", lines[^1]);
        return lines[1..^1].Select(static line => line[2..]);
    }

    private static GivenArguments Given(CallOperation operation, string words, string[] unknown)
    {
        var given = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                given.TryAdd(word, []);
                given[word].Add(null);
            }
            else
            {
                given.Last().Value[^1] = word;
            }
        }

        return new GivenArguments(
            [
                .. operation
                    .Arguments.Where(argument => given.ContainsKey(argument.Option))
                    .Select((CallArgument argument) => (argument, (IReadOnlyList<string?>)given[argument.Option])),
            ],
            given.GetValueOrDefault("--body") ?? [],
            unknown
        );
    }
}
