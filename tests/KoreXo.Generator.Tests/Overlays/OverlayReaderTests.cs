using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>
/// Actions that change a document before it is read: what they do, in which order, and what is said of those that
/// cannot.
/// </summary>
public sealed class OverlayReaderTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: T, version: '1', x-list: [a, b, c, d] }
        paths:
          /a: &shared { get: { operationId: a, tags: [x], responses: { '200': { description: ok } } } }
          /b: *shared
          /c: { post: { operationId: c, responses: { '200': { description: ok } } } }
        """;

    [Theory]
    [InlineData(
        "{ target: $.info, update: { title: U, contact: { name: N } } }",
        "/info",
        """{"title":"U","version":"1","x-list":["a","b","c","d"],"contact":{"name":"N"}}"""
    )]
    [InlineData("{ target: $.info, update: { title: U } }, { target: $.info, update: { title: V } }", "/info/title", "\"V\"")]
    [InlineData("{ target: $.info, update: { x-list: [e, f] } }", "/info/x-list", """["a","b","c","d","e","f"]""")]
    [InlineData("{ target: '$.info.x-list[1]', update: B }", "/info/x-list", """["a","B","c","d"]""")]
    [InlineData("{ target: '$.info.x-list[0,2]', remove: true }", "/info/x-list", """["b","d"]""")]
    [InlineData("{ target: '$.info.x-list[:]', remove: true }", "/info/x-list", "[]")]
    [InlineData("{ target: '$.info[\"x-list\",\"title\"]', remove: true }", "/info", """{"version":"1"}""")]
    [InlineData("{ target: $.info.title, remove: true }, { target: $.info, update: { title: New } }", "/info/title", "\"New\"")]
    [InlineData("{ target: $.info.title, remove: true, update: { a: 1 } }", "/info", """{"version":"1","x-list":["a","b","c","d"]}""")]
    [InlineData("{ target: $.info.title, remove: false, update: Kept }", "/info/title", "\"Kept\"")]
    [InlineData("{ target: $.info, copy: \"$.paths['/c'].post.responses\" }", "/info/200", """{"description":"ok"}""")]
    [InlineData("{ target: \"$.paths['/a','/b'].get\", update: { deprecated: true } }", "/paths/~1b/get/deprecated", "true")]
    [InlineData("{ target: '$.paths[?@.post]', remove: true }", "/paths", "/a /b")]
    [InlineData("{ target: $, update: { x-new: 1 } }", "/x-new", "1")]
    public void Actions_change_the_document_in_order(string actions, string pointer, string expected)
    {
        var document = ReadDocument.WithOverlay(Document, $"overlay: 1.0.0\nactions: [{actions}]");

        Assert.Empty(document.Problems);
        Assert.Equal(expected, pointer == "/paths" ? string.Join(' ', document.Document.Root["paths"]!.Names) : document.Json(pointer));
    }

    [Fact]
    public void A_change_of_one_place_is_none_of_its_alias()
    {
        var document = ReadDocument.WithOverlay(
            Document,
            "overlay: 1.0.0\nactions: [{ target: \"$.paths['/a'].get\", update: { operationId: changed, tags: [y] } }]"
        );

        Assert.Equal(
            ["changed x y", "a x", "c "],
            document
                .Document.Paths.SelectMany(document.Document.Operations)
                .Select(static operation => $"{operation.Node.String("operationId")} {string.Join(' ', operation.Node.Strings("tags"))}")
        );
    }

    [Fact]
    public void A_change_that_selects_several_places_is_a_copy_in_each()
    {
        var document = ReadDocument.WithOverlay(
            Document,
            "overlay: 1.0.0\nactions: [{ target: \"$.paths['/a','/c']\", update: { x-own: { a: 1 } } }, { target: \"$.paths['/a'].x-own\", update: { b: 2 } }]"
        );

        Assert.Equal("""{"a":1}""", document.Json("/paths/~1c/x-own"));
    }

    [Theory]
    [InlineData("update: { a: 1 }", "an action needs 'target', a JSONPath")]
    [InlineData("target: [$], remove: true", "an action needs 'target', a JSONPath")]
    [InlineData("target: $.none, remove: true", "'$.none' selects nothing in 'main.yaml'; correct it or remove it")]
    [InlineData("target: $.info", "an action needs 'update', 'copy' or 'remove: true'")]
    [InlineData("target: $.info, remove: 'true'", "an action needs 'update', 'copy' or 'remove: true'")]
    [InlineData("target: info, remove: true", "'info' is no JSONPath: '$' is due at character 1")]
    [InlineData("target: $, remove: true", "the document as a whole cannot be removed")]
    [InlineData("target: $.info, copy: $.none", "'$.none' selects nothing in 'main.yaml'; correct it or remove it")]
    [InlineData("target: $.info, copy: $.paths.*", "'copy' must select one value, not 3")]
    [InlineData("target: $.info, copy: 5", "an action needs 'copy', a JSONPath")]
    public void An_action_that_cannot_be_applied_says_why_and_changes_nothing(string action, string message)
    {
        var document = ReadDocument.WithOverlay(Document, $"overlay: 1.0.0\nactions:\n- {{ {action} }}");

        Assert.Equal([$"api/changes.yaml(3) KXO2018 /actions/0: changes.yaml; {message}"], document.Problems);
        Assert.Equal("""{"title":"T","version":"1","x-list":["a","b","c","d"]}""", document.Json("/info"));
    }

    [Theory]
    [InlineData("actions: []", "it is no overlay of version 1.0 or 1.1; it needs 'overlay: 1.0.0'")]
    [InlineData("overlay: 2.0.0\nactions: []", "it is no overlay of version 1.0 or 1.1; it needs 'overlay: 1.0.0'")]
    [InlineData("overlay: 1.1.0", "it has no 'actions'")]
    [InlineData("overlay: 1.0.0\nactions: { target: $ }", "it has no 'actions'")]
    public void What_is_no_overlay_is_reported(string overlay, string message) =>
        Assert.Equal([$"api/changes.yaml(1) KXO2018 : changes.yaml; {message}"], ReadDocument.WithOverlay(Document, overlay).Problems);

    [Fact]
    public void Later_actions_are_applied_although_an_earlier_one_cannot_be() =>
        Assert.Equal(
            "\"U\"",
            ReadDocument
                .WithOverlay(
                    Document,
                    "overlay: 1.0.0\nactions: [{ target: $.none, remove: true }, { target: $.info, update: { title: U } }]"
                )
                .Json("/info/title")
        );

    [Fact]
    public void An_overlay_may_make_a_document_of_what_is_none() =>
        Assert.Empty(
            ReadDocument
                .WithOverlay("info: { title: T }", "overlay: 1.0.0\nactions: [{ target: $, update: { openapi: 3.0.3, paths: {} } }]")
                .Problems
        );
}
