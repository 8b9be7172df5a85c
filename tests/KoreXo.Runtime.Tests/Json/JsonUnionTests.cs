using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>Which case of a union a value is.</summary>
public sealed class JsonUnionTests
{
    private static readonly JsonShape[] Shapes =
    [
        new(["id", "name"], ["id"]),
        new(["id", "name", "size"], ["id", "size"]),
        new(["text"], []),
    ];

    [Theory]
    [InlineData("""{"a":{"type":"no"},"b":[1],"type":"card","c":1}""", "card")]
    [InlineData("""{"type":7}""", "7")]
    [InlineData("""{"type":true}""", "true")]
    [InlineData("""{"type":null}""", null)]
    [InlineData("""{"type":{"type":"x"}}""", null)]
    [InlineData("""{"type":["x"]}""", null)]
    [InlineData("""{"other":"card"}""", null)]
    [InlineData("""["type","card"]""", null)]
    [InlineData("\"type\"", null)]
    public void The_discriminator_is_found_wherever_it_is_and_nowhere_deeper(string json, string? expected) =>
        Assert.Equal(expected, JsonUnion.Discriminator(On(json), "type"));

    [Theory]
    [InlineData("""{"id":1,"name":"a"}""", 0)]
    [InlineData("""{"id":1,"name":{"size":1}}""", 0)]
    [InlineData("""{"name":"a","size":1,"id":1}""", 1)]
    [InlineData("""{"size":1,"name":"a"}""", 2)]
    [InlineData("""{"text":"a"}""", 2)]
    [InlineData("""{}""", 2)]
    [InlineData("""{"id":1}""", 0)]
    public void The_shape_that_knows_most_of_an_object_wins_if_nothing_required_is_missing(string json, int expected) =>
        Assert.Equal(expected, JsonUnion.Closest(On(json), Shapes));

    [Fact]
    public void An_object_without_what_every_shape_requires_is_none_of_them() =>
        Assert.Equal(-1, JsonUnion.Closest(On("""{"name":"a"}"""), Shapes[..2]));

    [Fact]
    public void A_value_that_is_not_of_a_shape_can_be_read_as_another()
    {
        var reader = On("""[1,"a"]""");
        Assert.False(JsonUnion.TryRead(ref reader, new ListCodec<long>(Codecs.Int64), out var numbers));
        Assert.Null(numbers);
        Assert.True(JsonUnion.TryRead(ref reader, new ListCodec<string>(Codecs.String), out var texts));
        Assert.Equal(["1", "a"], texts);
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
    }

    [Fact]
    public void An_object_with_a_member_of_another_type_is_exactly_no_such_object()
    {
        var reader = On("""{"size":"many"}""");
        Assert.False(JsonUnion.TryReadExactly(ref reader, NoteCodec.Instance, out _));
        Assert.Equal(JsonTokenType.StartObject, reader.TokenType);
        Assert.True(JsonUnion.TryRead(ref reader, NoteCodec.Instance, out _));
    }

    [Theory]
    [InlineData("""{"size":1,"other":2}""", true)]
    [InlineData("""{"size":1}""", true)]
    [InlineData("""{"title":[]}""", false)]
    public void An_object_with_members_that_nobody_knows_may_be_one(string json, bool isOne)
    {
        var reader = On(json);
        Assert.Equal(isOne, JsonUnion.TryReadExactly(ref reader, new TaggedCodec<Note>(NoteCodec.Instance, static note => note), out _));
    }

    [Fact]
    public void A_case_is_written_with_the_discriminator_of_its_union()
    {
        var codec = new TaggedCodec<Note>(NoteCodec.Instance, static note => new Note { Title = "card", Size = note.Size });
        Assert.Equal("""{"title":"card","size":2}""", TestApi.Write(codec, new Note { Title = "x", Size = 2 }));
        Assert.Equal("x", TestApi.Read(codec, """{"title":"x"}""").Title);
    }

    private static Utf8JsonReader On(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
