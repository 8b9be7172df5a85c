using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Runtime.Tests;

/// <summary>Where descriptions say that a value is.</summary>
public sealed class JsonPointerTests
{
    private const string Json = """{"a":{"b":[10,{"c":20}]},"x/y":1,"~":2,"/z":3,"":4}""";

    [Theory]
    [InlineData("/a/b/0", "10")]
    [InlineData("/a/b/1/c", "20")]
    [InlineData("/x~1y", "1")]
    [InlineData("/~0", "2")]
    [InlineData("/~01", null)]
    [InlineData("x/y", "1")]
    [InlineData("/", "4")]
    [InlineData("", Json)]
    [InlineData("/a/b/2", null)]
    [InlineData("/a/b/-1", null)]
    [InlineData("/a/b/c", null)]
    [InlineData("/a/missing/c", null)]
    [InlineData("/x~1y/deeper", null)]
    public void A_value_is_found_where_the_pointer_says(string pointer, string? expected) =>
        Assert.Equal(expected, JsonPointer.Parse(pointer).Find(JsonElement.Parse(Json))?.GetRawText());

    [Fact]
    public void A_value_is_set_in_objects_that_are_created_on_the_way()
    {
        var root = (JsonObject)JsonNode.Parse("""{"a":{"kept":1},"b":2}""")!;
        JsonPointer.Parse("/a/new/c").Set(root, JsonValue.Create(3));
        JsonPointer.Parse("/b/d").Set(root, JsonValue.Create(4));
        JsonPointer.Parse("e").Set(root, JsonValue.Create(5));
        Assert.Equal("""{"a":{"kept":1,"new":{"c":3}},"b":{"d":4},"e":5}""", root.ToJsonString());
    }
}
