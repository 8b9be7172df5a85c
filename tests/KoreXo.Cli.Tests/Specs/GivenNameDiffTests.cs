using System.Text.Json;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>What a changed <c>x-name</c> means for callers: the wire is the same, and their code is not.</summary>
public sealed class GivenNameDiffTests
{
    private const string Shop = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /rows/{id}:
            get:
              operationId: getRow
              parameters:
                - { name: id, in: path, required: true, x-name: rowId, schema: { type: string } }
                - { name: dt, in: query, schema: { type: string } }
              responses: { "200": { description: The row., content: { application/json: { schema: { $ref: "#/components/schemas/Row" } } } } }
        components:
          schemas:
            Row: { type: object, properties: { __v: { type: integer, x-name: version } } }
        """;

    [Theory]
    [InlineData(
        "x-name: version",
        "x-name: revision",
        "field Row.__v source: The member is renamed in C#. `Row.Version` is gone. `Row.Revision` is new."
    )]
    [InlineData(
        "x-name: rowId",
        "x-name: entryId",
        "parameter getRow source: The path parameter `id` is renamed in C#. `ShopClient.GetRowAsync` takes `(string entryId, GetRowOptions? options = null)` instead of `(string rowId, GetRowOptions? options = null)`."
    )]
    [InlineData(
        "in: query,",
        "in: query, x-name: from,",
        "parameter getRow source: The query parameter `dt` is renamed in C#. `GetRowOptions.Dt` is gone. `GetRowOptions.From` is new."
    )]
    public async Task A_changed_name_is_a_rename_that_breaks_source(string from, string to, string expected)
    {
        using var folder = new SpecFolder().Write("shop.openapi.yaml", Shop);
        Directory.CreateDirectory(folder.File("before"));
        File.Copy(folder.File("shop.openapi.yaml"), folder.File("before/shop.openapi.yaml"));
        folder.Edit("shop.openapi.yaml", "", from, to);

        var ended = await Korexo.RunAsync(
            "spec",
            "diff",
            folder.File("before/shop.openapi.yaml"),
            folder.File("shop.openapi.yaml"),
            "--json"
        );

        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal(
            [expected],
            report
                .RootElement.GetProperty("changes")
                .EnumerateArray()
                .Select(static change =>
                    $"{change.GetProperty("kind")} {change.GetProperty("subject")} {change.GetProperty("impact")}: {change.GetProperty("change")} {change.GetProperty("effect")}"
                )
        );
    }
}
