using System.Text.Json;

namespace KoreXo.Cli.Tests.Specs.Checking;

/// <summary><c>korexo spec check</c> as a person types it.</summary>
public sealed class CheckTests
{
    private const string OddSchema = "{ type: string, properties: { odd: { type: string } } }";

    private const string Odd = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, required: 'true', schema: { type: integer } }
              responses:
                '200':
                  description: Pets.
                  content:
                    application/json: { schema: { type: string, properties: { odd: { type: string } } } }
        """;

    [Fact]
    public async Task Readers_that_disagree_end_with_1_and_name_the_place()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Odd);

        var ended = await Korexo.RunAsync("spec", "check", folder.File("pets.yaml"));

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("the readers disagree on 1 thing", ended.Output, StringComparison.Ordinal);
        Assert.Contains(
            "`GET /pets › query parameter 'limit'`: KoreXo reads `optional`, NSwag `required` (line 8, `/paths/~1pets/get/parameters/0`)",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "## Known: A string, a number or a list has no members, whatever is next to its type",
            ended.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_document_in_several_files_is_checked_as_one()
    {
        using var folder = new SpecFolder()
            .Write(
                "pets.yaml",
                Odd.Replace("'true'", "true", StringComparison.Ordinal)
                    .Replace(OddSchema, "{ $ref: 'parts.yaml#/Odd' }", StringComparison.Ordinal)
            )
            .Write("parts.yaml", $"\n\nOdd: {OddSchema}");

        var ended = await Korexo.RunAsync("spec", "check", folder.File("pets.yaml"));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("parts.yaml` line 3, ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_JSON()
    {
        using var folder = new SpecFolder().Write("pets.yaml", Odd);

        var ended = await Korexo.RunAsync("spec", "check", folder.File("pets.yaml"), "--json");

        using var json = JsonDocument.Parse(ended.Output);
        var items = json.RootElement.GetProperty("disagreements").EnumerateArray().ToList();
        var (odd, known) = (items[0], items[1]);
        Assert.Equal(1, ended.ExitCode);
        Assert.False(json.RootElement.GetProperty("agree").GetBoolean());
        Assert.Equal(2, items.Count);
        Assert.Equal(("optional", "required"), (odd.GetProperty("korexo").GetString(), odd.GetProperty("nswag").GetString()));
        Assert.Equal(
            (8, JsonValueKind.Null),
            (odd.GetProperty("place").GetProperty("line").GetInt32(), odd.GetProperty("reason").ValueKind)
        );
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.String),
            (known.GetProperty("korexo").ValueKind, known.GetProperty("reason").ValueKind)
        );
    }

    [Fact]
    public async Task Readers_that_agree_end_with_0()
    {
        var ended = await Korexo.RunAsync("spec", "check", Path.Combine(SpecFolder.Committed, "admin.openapi.yaml"));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("both readers agree", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.0.3\npaths: [\n", "(3,")]
    [InlineData("hello: world", "neither an 'openapi' nor a 'swagger' version")]
    [InlineData(
        "openapi: 3.0.3\npaths: { /a: { get: { parameters: [{ $ref: 'more.yaml#/a' }], responses: {} } } }",
        "(2,36): 'more.yaml#/a' leaves the document"
    )]
    [InlineData("openapi: 3.0.3\npaths: { /a: { get: { responses: [] } } }", "NSwag does not read it")]
    public async Task A_document_that_one_of_them_cannot_read_ends_with_2(string text, string reason)
    {
        using var folder = new SpecFolder().Write("bad.yaml", text);

        var ended = await Korexo.RunAsync("spec", "check", folder.File("bad.yaml"));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(folder.File("bad.yaml"), ended.Error, StringComparison.Ordinal);
        Assert.Contains(reason, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var ended = await Korexo.RunAsync("spec", "check", "nowhere.yaml");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("'nowhere.yaml' cannot be read", ended.Error, StringComparison.Ordinal);
    }
}
