using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>What an update makes of a value: merged, appended, replaced, or refused because the two do not fit together.</summary>
public sealed class SpecMatchTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: T, version: '1', x-list: [1, 2], x-map: { a: 1, b: { c: [3] } }, x-none: ~ }
        tags: [{ name: a }]
        paths: { /a: { get: { parameters: [{ name: p, in: query }], responses: { '204': { description: ok } } } } }
        """;

    [Theory]
    [InlineData("$.tags", "[{ name: b }, { name: c }]", "/tags", """[{"name":"a"},{"name":"b"},{"name":"c"}]""")]
    [InlineData("$.tags", "{ name: b }", "/tags", """[{"name":"a"},{"name":"b"}]""")]
    [InlineData("$.tags", "[]", "/tags", """[{"name":"a"}]""")]
    [InlineData("$.info.x-list", "[[3]]", "/info/x-list", "[1,2,[3]]")]
    [InlineData("$.info.x-list", "3", "/info/x-list", "[1,2,3]")]
    [InlineData("$.info", "{ x-list: [[3]] }", "/info/x-list", "[1,2,[3]]")]
    [InlineData("$.info.x-map", "{ b: { c: [4], d: 5 }, e: ~ }", "/info/x-map", """{"a":1,"b":{"c":[3,4],"d":5},"e":null}""")]
    [InlineData("$.info.x-map", "{}", "/info/x-map", """{"a":1,"b":{"c":[3]}}""")]
    [InlineData("$.info.x-map.*", "7", "/info/x-map/a", null)]
    [InlineData("$.info.title", "5", "/info/title", "5")]
    [InlineData("$.info.x-none", "{ a: 1 }", "/info/x-none", """{"a":1}""")]
    [InlineData("$.info", "{ x-none: [1] }", "/info/x-none", "[1]")]
    [InlineData("$.info", "{ version: ~ }", "/info/version", "null")]
    [InlineData("$.paths", "{ /b: { get: { responses: {} } } }", "/paths/~1b/get/responses", "{}")]
    [InlineData("$.paths.*.get.parameters[?@.name == 'p']", "{ required: true }", "/paths/~1a/get/parameters/0/required", "true")]
    public void What_fits_is_merged(string target, string update, string pointer, string? expected)
    {
        var document = Apply(target, update);
        if (expected is null)
        {
            Assert.Single(document.Problems);
        }
        else
        {
            Assert.Empty(document.Problems);
            Assert.Equal(expected, document.Json(pointer));
        }
    }

    [Theory]
    [InlineData("$.info", "5", "/info/title", "\"T\"", "an object cannot be updated with a number")]
    [InlineData("$.info", "[a]", "/info/title", "\"T\"", "an object cannot be updated with a list")]
    [InlineData("$.info", "~", "/info/title", "\"T\"", "an object cannot be updated with null")]
    [InlineData("$.info.title", "{ a: 1 }", "/info/title", "\"T\"", "a string cannot be updated with an object")]
    [InlineData("$.info.title", "[a]", "/info/title", "\"T\"", "a string cannot be updated with a list")]
    [InlineData("$.info", "{ title: { a: 1 } }", "/info/title", "\"T\"", "'title', a string, cannot be updated with an object")]
    [InlineData("$.info", "{ x-list: 5 }", "/info/x-list", "[1,2]", "'x-list', a list, cannot be updated with a number")]
    [InlineData("$.info", "{ x-map: { b: { c: ~ } } }", "/info/x-map/b/c", "[3]", "'c', a list, cannot be updated with null")]
    [InlineData(
        "$",
        "{ paths: { /a: { get: { parameters: { q: 1 } } } } }",
        "/paths/~1a/get/parameters/0/name",
        "\"p\"",
        "'parameters', a list, cannot be updated with an object"
    )]
    [InlineData("$", "5", "/info/title", "\"T\"", "an object cannot be updated with a number")]
    public void What_does_not_fit_is_reported_and_nothing_is_lost(
        string target,
        string update,
        string pointer,
        string expected,
        string message
    )
    {
        var document = Apply(target, update);

        Assert.Equal([$"api/changes.yaml(3) KXO2018 /actions/0: changes.yaml; {message}"], document.Problems);
        Assert.Equal(expected, document.Json(pointer));
    }

    [Fact]
    public void The_rest_of_an_update_is_applied_beside_what_does_not_fit() =>
        Assert.Equal(
            """{"title":"T","version":"2","x-list":[1,2,3],"x-map":{"a":1,"b":{"c":[3]}},"x-none":null}""",
            Apply("$.info", "{ version: '2', title: [a], x-list: [3] }").Json("/info")
        );

    [Fact]
    public void Of_several_values_those_that_fit_are_changed()
    {
        var document = Apply("$.info['title','x-map','version']", "new");

        Assert.Equal(["an object cannot be updated with a string"], Messages(document));
        Assert.Equal(("\"new\"", "\"new\""), (document.Json("/info/title"), document.Json("/info/version")));
    }

    [Fact]
    public void A_value_of_an_overlay_is_in_the_file_of_the_overlay() =>
        Assert.Equal("api/changes.yaml", Apply("$.info", "{ x-new: { a: 1 } }").Document.Root.Find("/info/x-new/a")!.Source);

    private static IEnumerable<string> Messages(ReadDocument document) =>
        document.Problems.Select(static problem => problem.Split("; ")[1]);

    private static ReadDocument Apply(string target, string update) =>
        ReadDocument.WithOverlay(Document, $"overlay: 1.1.0\nactions:\n- {{ target: \"{target}\", update: {update} }}");
}
