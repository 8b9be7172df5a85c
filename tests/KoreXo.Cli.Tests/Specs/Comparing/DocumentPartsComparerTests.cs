using System.Text.Json.Nodes;
using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>What applies to all operations of a document, and to documents that come and go.</summary>
public sealed class DocumentPartsComparerTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        x-refusals: [{ contains: slow down, seconds: 60 }]
        security: [{ key: [] }]
        paths: { /orders: { get: { operationId: getOrder, responses: { "204": { description: ok } } } } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        """;

    [Theory]
    [InlineData(
        "in: header, name: X-Key",
        "in: query, name: key",
        "Document ShopClient None: Credentials are sent as query `key` instead of as header `X-Key`. | `ShopClient` handles this; callers need not change anything."
    )]
    [InlineData(
        "type: apiKey, in: header, name: X-Key",
        "type: http, scheme: basic",
        "Document ShopClient Behavior: Credentials are sent as header `Authorization` after `Basic` instead of as header `X-Key`. | `ShopClient` needs a credential of another kind."
    )]
    [InlineData(
        "seconds: 60",
        "seconds: 30",
        "Document ShopClient None: The messages that mean \"rate limit exceeded\" change. | `ShopClient` retries calls accordingly."
    )]
    [InlineData(
        "contains: slow down",
        "contains: too fast",
        "Document ShopClient None: The messages that mean \"rate limit exceeded\" change. | `ShopClient` retries calls accordingly."
    )]
    public void A_change_for_all_operations_is_reported_once(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Fact]
    public void A_document_that_is_added_is_not_a_change_of_its_credentials()
    {
        var change = Compare(
            SpecLoader.Read("shop.yaml", "shop.yaml", "{\"openapi\":\"3.0.3\",\"paths\":{}}", TextWriter.Null, default),
            Read()
        );

        Assert.Equal(["The document is added.", "The operation `GET` `/orders` is added."], change.Select(static one => one.What));
        Assert.All(change, static one => Assert.False(one.IsBreaking));
    }

    [Fact]
    public void A_document_that_is_removed_breaks_its_callers()
    {
        var change = Compare(
            Read(),
            SpecLoader.Read("shop.yaml", "shop.yaml", "{\"openapi\":\"3.0.3\",\"paths\":{}}", TextWriter.Null, default)
        );

        Assert.Equal("The document is removed.", change[0].What);
        Assert.Equal(
            "`ShopClient` is gone. Its JSON type resolver and its registration for dependency injection are removed with it.",
            change[0].Effect
        );
        Assert.True(change[0].IsBreaking);
    }

    [Theory]
    [InlineData("X-Key", "X-Api-Key", false, "patch")]
    [InlineData("/orders: { get:", "/sales: { get:", false, "patch")]
    [InlineData("operationId: getOrder", "operationId: readOrder", true, "major")]
    public void The_next_version_follows_from_the_worst_change(string from, string to, bool isBreaking, string version)
    {
        var diff = new SpecDiff(
            "old.yaml",
            "new.yaml",
            Compare(
                Read(),
                SpecLoader.Read("shop.yaml", "shop.yaml", Document.Replace(from, to, StringComparison.Ordinal), TextWriter.Null, default)
            )
        );

        Assert.Equal((isBreaking, version), (diff.IsBreaking, diff.Version));
    }

    [Fact]
    public void Programs_read_each_change_with_its_place()
    {
        var diff = new SpecDiff(
            "old.yaml",
            "new.yaml",
            Compare(
                Read(),
                SpecLoader.Read(
                    "shop.yaml",
                    "shop.yaml",
                    Document.Replace("X-Key", "X-Api-Key", StringComparison.Ordinal),
                    TextWriter.Null,
                    default
                )
            )
        );

        var json = JsonNode.Parse(DiffJson.Write(diff))!;
        var change = Assert.Single(json["changes"]!.AsArray())!;

        Assert.Equal(("old.yaml", "new.yaml", "patch"), ((string?)json["old"], (string?)json["new"], (string?)json["version"]));
        Assert.Equal(("document", "ShopClient", "none"), ((string?)change["kind"], (string?)change["subject"], (string?)change["impact"]));
        Assert.Equal(
            ("shop.yaml", 1, ""),
            ((string?)change["place"]!["file"], (int)change["place"]!["line"]!, (string?)change["place"]!["pointer"])
        );
        Assert.Equal(["ShopClient"], change["members"]!.AsArray().Select(static member => (string?)member));
    }

    [Fact]
    public void No_change_is_no_version()
    {
        var diff = new SpecDiff("old.yaml", "new.yaml", []);

        Assert.Equal("# API changes\n\nFrom `old.yaml` to `new.yaml`: no changes.\n", DiffMarkdown.Write(diff));
        Assert.Equal("none", (string?)JsonNode.Parse(DiffJson.Write(diff))!["version"]);
    }

    private static IReadOnlyList<SpecChange> Compare(SpecSource old, SpecSource @new) =>
        DocumentComparer.Compare("shop.yaml", old, @new, default);

    private static SpecSource Read() => SpecLoader.Read("shop.yaml", "shop.yaml", Document, TextWriter.Null, default);
}
