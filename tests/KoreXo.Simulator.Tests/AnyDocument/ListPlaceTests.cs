using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Where a response has its items, by its schema alone or by the words of its document.</summary>
public sealed class ListPlaceTests
{
    private const string Item = """{"type":"object","properties":{"id":{"type":"string"}}}""";

    [Theory]
    [InlineData("""{"type":"array","items":""" + Item + """}""", "/")]
    [InlineData("""{"type":"object","properties":{"items":{"type":"array","items":""" + Item + """}}}""", "/items")]
    [InlineData(
        """{"type":"object","properties":{"tags":{"type":"array","items":{"type":"string"}},"rows":{"type":"array","items":"""
            + Item
            + """}}}""",
        "/rows"
    )]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"array","items":""" + Item + """},"b":{"type":"array","items":""" + Item + """}}}""",
        null
    )]
    [InlineData("""{"allOf":[{"properties":{"items":{"type":"array","items":""" + Item + """}}}]}""", "/items")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", null)]
    [InlineData("""{"type":"array"}""", null)]
    [InlineData(Item, null)]
    [InlineData("""{"type":"string"}""", null)]
    [InlineData("{}", null)]
    public void Without_words_it_is_the_only_list_of_objects(string schema, string? pointer) =>
        Assert.Equal(pointer, ListPlace.Find(Operation(items: null), Read(schema))?.Pointer);

    [Theory]
    [InlineData("/", """{"type":"array","items":{"type":"string"}}""", "/")]
    [InlineData("", """{"type":"array","items":{"type":"string"}}""", "/")]
    [InlineData("/", """{"oneOf":[{"type":"array","items":""" + Item + """},""" + Item + """]}""", "/")]
    [InlineData("/", """{"anyOf":[""" + Item + """,{"type":"array","items":""" + Item + """}]}""", "/")]
    [InlineData("/", Item, null)]
    [InlineData("*", """{"type":"object","additionalProperties":{"type":"integer"}}""", "*")]
    [InlineData("*", "{}", "*")]
    [InlineData("/a", """{"type":"object","properties":{"a":{"type":"array","items":{"type":"integer"}}}}""", "/a")]
    [InlineData("/a/b", """{"properties":{"a":{"properties":{"b":{"type":"array","items":{}}}}}}""", "/a/b")]
    [InlineData("/a~1b", """{"properties":{"a/b":{"type":"array","items":{}}}}""", "/a~1b")]
    [InlineData("/a", """{"properties":{"a":{"type":"string"}}}""", null)]
    [InlineData("/a", """{"properties":{"b":{"type":"array","items":{}}}}""", null)]
    [InlineData("/a/0", """{"properties":{"a":{"type":"array","items":{"type":"array","items":{}}}}}""", null)]
    public void With_words_it_is_where_they_say(string items, string schema, string? pointer) =>
        Assert.Equal(pointer, ListPlace.Find(Operation(items), Read(schema))?.Pointer);

    [Fact]
    public void The_item_of_a_map_is_what_its_members_are() =>
        Assert.Equal(
            JsonObjectType.Integer,
            ListPlace.Find(Operation("*"), Read("""{"type":"object","additionalProperties":{"type":"integer"}}"""))!.Item.Type
        );

    private static ApiOperation Operation(string? items) =>
        new()
        {
            Id = "list",
            Method = "GET",
            Path = "/x",
            Parameters = [],
            Responses = [],
            Paging = items is null
                ? null
                : new XPaging("offset", items)
                {
                    InBody = false,
                    Position = null,
                    Size = null,
                    Start = 0,
                    MaxSize = null,
                    DefaultSize = null,
                    More = null,
                    Total = null,
                },
        };

    private static JsonSchema Read(string json) => JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
}
