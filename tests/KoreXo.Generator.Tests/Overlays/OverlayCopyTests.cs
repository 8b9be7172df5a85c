using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>Copies of Overlay 1.1, and several actions after one another: what is moved, and taken from the result so far.</summary>
public sealed class OverlayCopyTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: T, version: '1', x-list: [a], x-map: { b: { c: 1 } } }
        paths:
          /items: { get: { operationId: list, tags: [x], responses: { '204': { description: ok } } } }
          /some: { delete: { operationId: remove, responses: { '204': { description: ok } } } }
        """;

    [Theory]
    [InlineData("{ target: \"$.paths['/some']\", copy: \"$.paths['/items']\" }", "/paths/~1some", "delete get")]
    [InlineData(
        "{ target: $.paths, update: { /new: {} } }, { target: \"$.paths['/new']\", copy: \"$.paths['/items']\" }, { target: \"$.paths['/items']\", remove: true }",
        "/paths",
        "/some /new"
    )]
    [InlineData("{ target: $.info.x-map, copy: $.info }", "/info/x-map", "b title version x-list x-map")]
    [InlineData("{ target: $.info, copy: $.info.x-map }", "/info", "title version x-list x-map b")]
    [InlineData("{ target: $.info.x-map.b, copy: $ }", "/info/x-map/b", "c openapi info paths")]
    public void A_copy_is_of_the_value_as_it_was(string actions, string pointer, string names)
    {
        var document = Apply(actions);

        Assert.Empty(document.Problems);
        Assert.Equal(names, string.Join(' ', document.Document.Root.Find(pointer)!.Names));
    }

    [Theory]
    [InlineData("$.info", "/info", """{"title":"T","version":"1","x-list":["a","a"],"x-map":{"b":{"c":1}}}""")]
    [InlineData("$.info.x-list", "/info/x-list", """["a","a"]""")]
    [InlineData("$.info.title", "/info/title", "\"T\"")]
    public void A_copy_onto_itself_ends(string path, string pointer, string expected)
    {
        var document = Apply($"{{ target: {path}, copy: {path} }}");

        Assert.Empty(document.Problems);
        Assert.Equal(expected, document.Json(pointer));
    }

    [Fact]
    public void A_copy_to_all_of_them_reaches_the_source_too()
    {
        var document = Apply("{ target: '$.paths.*', copy: \"$.paths['/items']\" }");

        Assert.Empty(document.Problems);
        Assert.Equal("""["x","x"]""", document.Json("/paths/~1items/get/tags"));
        Assert.Equal("""["x"]""", document.Json("/paths/~1some/get/tags"));
    }

    [Fact]
    public void A_later_change_of_the_source_is_none_of_the_copy() =>
        Assert.Equal(
            """["x"]""",
            Apply("{ target: \"$.paths['/some']\", copy: \"$.paths['/items']\" }, { target: \"$.paths['/items'].get.tags\", update: y }")
                .Json("/paths/~1some/get/tags")
        );

    [Fact]
    public void A_copy_that_does_not_fit_is_reported()
    {
        var document = Apply("{ target: $.info.title, copy: $.info.x-map }");

        Assert.Equal(
            ["api/changes.yaml(2) KXO2018 /actions/0: changes.yaml; a string cannot be updated with an object"],
            document.Problems
        );
    }

    [Fact]
    public void An_action_sees_what_the_one_before_it_did() =>
        Assert.Equal(
            """{"title":"T","version":"1","x-list":["b","c"],"x-map":{"b":{"c":1}}}""",
            Apply(
                    "{ target: $.info.x-list, update: [b, b, c] }, { target: \"$.info.x-list[?@ == 'a']\", remove: true }, { target: '$.info.x-list[0]', remove: true }"
                )
                .Json("/info")
        );

    [Fact]
    public void A_value_and_what_is_in_it_may_be_removed_together() =>
        Assert.Equal(
            "/some",
            string.Join(
                ' ',
                Apply("{ target: \"$.paths['/items']..*\", remove: true }, { target: \"$.paths['/items']\", remove: true }").Document.Root[
                    "paths"
                ]!.Names
            )
        );

    [Fact]
    public void Equal_items_of_a_list_are_removed_one_by_one() =>
        Assert.Equal(
            """["a","a"]""",
            Apply("{ target: $.info.x-list, update: [a, a] }, { target: '$.info.x-list[1]', remove: true }").Json("/info/x-list")
        );

    [Theory]
    [InlineData("x", "an action needs 'target', a JSONPath")]
    [InlineData("[]", "an action needs 'target', a JSONPath")]
    [InlineData("~", "an action needs 'target', a JSONPath")]
    [InlineData("{ target: '', remove: true }", "'' is no JSONPath: '$' is due at character 1")]
    [InlineData("{ target: \"$['a\\\\\", remove: true }", "'$['a\\' is no JSONPath: a closing ' is due at character 6")]
    [InlineData("{ target: $.info, remove: ~ }", "an action needs 'update', 'copy' or 'remove: true'")]
    [InlineData("{ target: $.info, copy: '$[' }", "'$[' is no JSONPath: a selector is due at character 3")]
    [InlineData(
        "{ target: \"$.info[?match(@, '[')]\", remove: true }",
        "'$.info[?match(@, '[')]' is no JSONPath: '[' is not a regular expression"
    )]
    public void What_is_no_action_is_reported(string action, string message)
    {
        var document = Apply(action);

        Assert.Equal([$"api/changes.yaml(2) KXO2018 /actions/0: changes.yaml; {message}"], document.Problems);
    }

    [Theory]
    [InlineData("{ target: '$..*', copy: $ }", 12)] // in size
    [InlineData("{ target: $.info.x-map, update: { b: { n: { n: { n: {} } } } } }, { target: '$..n', copy: $.info }", 12)] // and in depth
    public void Copies_that_multiply_are_refused(string actions, int times) =>
        Assert.Contains(
            Apply(string.Join(", ", Enumerable.Repeat(actions, times))).Problems,
            static problem =>
                problem.EndsWith(
                    "; the document would become too large; select fewer values, or update them with less",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void Many_small_updates_are_not_too_large()
    {
        var document = Apply(
            string.Join(", ", Enumerable.Range(0, 500).Select(static i => $"{{ target: $.info, update: {{ x-{i}: {{ n: {{}} }} }} }}"))
        );

        Assert.Empty(document.Problems);
        Assert.Equal("""{"n":{}}""", document.Json("/info/x-499"));
    }

    private static ReadDocument Apply(string actions) => ReadDocument.WithOverlay(Document, $"overlay: 1.1.0\nactions: [{actions}]");
}
