using KoreXo.OpenApi.Overlays;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>Paths as they are written in overlays: what they select in a document, in which order, and how often.</summary>
public sealed class JsonPathParserTests
{
    private const string Api = """
        { "paths": {
            "/a": { "get": { "operationId": "a", "tags": ["x"], "parameters": [{ "name": "p", "in": "query" }, { "name": "q", "in": "path" }] } },
            "/b/{id}": { "get": { "operationId": "b" }, "post": { "operationId": "c", "parameters": [{ "name": "p", "in": "path" }] } },
            "x-note": "n" },
          "list": [0, 1, 2, 3, 4],
          "a b": { "": 7, "*": 8, "'": 9, "$ref": "#/a" } }
        """;

    [Theory]
    [InlineData("$.paths['/b/{id}'].post.operationId", "\"c\"")]
    [InlineData("$.paths.*.get.operationId", "\"a\" \"b\"")]
    [InlineData("$.paths.*.*.operationId", "\"a\" \"b\" \"c\"")]
    [InlineData("$.paths[*]['get','post'].operationId", "\"a\" \"b\" \"c\"")]
    [InlineData("$.paths[?@.post].get.operationId", "\"b\"")]
    [InlineData("$.paths.*[?@.tags[?@ == 'x']].operationId", "\"a\"")]
    [InlineData("$.paths.*.*.parameters[?@.name == 'p' && @.in == 'query'].in", "\"query\"")]
    [InlineData("$..parameters[?@.name == 'p'].in", "\"query\" \"path\"")]
    [InlineData("$..[?@.in == 'path'].name", "\"q\" \"p\"")]
    [InlineData("$..operationId", "\"a\" \"b\" \"c\"")]
    [InlineData("$['a b']['']", "7")]
    [InlineData("$['a b']['*']", "8")]
    [InlineData("$['a b']['\\'']", "9")]
    [InlineData("$['a b'].$ref", null)]
    [InlineData("$['a b']['$ref']", "\"#/a\"")]
    [InlineData("$.list[1,1,0]", "1 0")]
    [InlineData("$.list[0:2,1:3]", "0 1 2")]
    [InlineData("$.list[?@ > 1 && @ < 4]", "2 3")]
    [InlineData("$\n.list\n[ 0 , 1 ]", "0 1")]
    [InlineData("$.paths..parameters..name", "\"p\" \"q\" \"p\"")]
    [InlineData("$..*..in", "\"query\" \"path\" \"path\"")]
    [InlineData("$.paths['x-note']", "\"n\"")]
    [InlineData("$.paths.x-note", "\"n\"")]
    [InlineData("$.paths.'/a'", null)]
    [InlineData("$.paths./a", null)]
    [InlineData("$.paths[/a]", null)]
    public void A_path_selects_each_value_once_in_the_order_of_the_document(string path, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<FormatException>(() => JsonPathQuery.Parse(path));
        }
        else
        {
            Assert.Equal(expected, Select(path));
        }
    }

    [Theory]
    [InlineData("[1::2147483647]", "1")]
    [InlineData("[0::2147483647]", "0")]
    [InlineData("[4::-2147483648]", "4")]
    [InlineData("[-2147483648:2147483647]", "0 1 2 3 4")]
    [InlineData("[2147483647]", "")]
    [InlineData("[-2147483648]", "")]
    [InlineData("[2147483647::-2]", "4 2 0")]
    [InlineData("[:-2147483648:-1]", "4 3 2 1 0")]
    [InlineData("[3:-5:-1]", "3 2 1")]
    [InlineData("[-1:-3:-1]", "4 3")]
    [InlineData("[-1:0:-2]", "4 2")]
    [InlineData("[:]", "0 1 2 3 4")]
    [InlineData("[::]", "0 1 2 3 4")]
    [InlineData("[1:]", "1 2 3 4")]
    [InlineData("[:0]", "")]
    [InlineData("[0:0]", "")]
    [InlineData("[9:]", "")]
    [InlineData("[:-9]", "")]
    [InlineData("[1:4:2]", "1 3")]
    [InlineData("[::0]", "")]
    public void A_slice_takes_what_there_is(string slice, string expected) => Assert.Equal(expected, Select("$.list" + slice));

    [Theory]
    [InlineData("$.list[", "a selector is due at character 8")]
    [InlineData("$.list[]", "a selector is due at character 8")]
    [InlineData("$.list[0,]", "a selector is due at character 10")]
    [InlineData("$.list[0 1]", "']' is due at character 10")]
    [InlineData("$.list[1:2:3:4]", "']' is due at character 13")]
    [InlineData("$.list[99999999999]", "a selector is due at character 8")]
    [InlineData("$...a", "a name is due at character 4")]
    [InlineData("$.list.", "a name is due at character 8")]
    [InlineData("$['a\\", "a closing ' is due at character 6")]
    [InlineData("$.list)", "the end, '.' or '[' is due at character 7")]
    [InlineData("#/paths", "'$' is due at character 1")]
    [InlineData("@.a", "'$' is due at character 1")]
    public void What_is_no_path_is_refused_where_it_stops_to_be_one(string path, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonPathQuery.Parse(path)).Message);

    [Fact]
    public void A_match_knows_its_parent_and_its_name()
    {
        var root = Read();
        var match = Assert.Single(JsonPathQuery.Parse("$.paths['/a'].get.operationId").Select(root));

        Assert.Equal("operationId", match.Name);
        Assert.Same(root.Find("/paths/~1a/get"), match.Parent);
        Assert.Equal((null, null), (Root(root).Parent, Root(root).Name));
    }

    private static SpecMatch Root(SpecNode root) => Assert.Single(JsonPathQuery.Parse(" $ ").Select(root));

    private static string Select(string path) =>
        string.Join(' ', JsonPathQuery.Parse(path).Select(Read()).Select(static match => SpecJson.Write(match.Node)));

    private static SpecNode Read() => SpecText.Read("x.json", Api, CancellationToken.None);
}
