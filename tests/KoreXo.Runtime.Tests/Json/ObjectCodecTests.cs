using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>What a model keeps of an object that is not as described.</summary>
public sealed class ObjectCodecTests
{
    [Theory]
    [InlineData("""{"title":"a","size":"many","tags":["x"]}""")]
    [InlineData("""{"title":"a","tags":["x"],"size":{"of":[1,{"b":2}]},"other":true}""")]
    [InlineData("""{"title":"a","tags":["x",null]}""")]
    [InlineData("""{"title":"a","tags":["x"],"secret":[1]}""")]
    [InlineData("""{"other":{"size":1},"title":"a"}""")]
    [InlineData("""{"title":"a","tags":["x","y"],"size":"many","secret":"s"}""")]
    public void What_cannot_be_read_is_written_as_it_came(string json) =>
        Assert.Equal(Sorted(json), Sorted(TestApi.Write(NoteCodec.Instance, Read(json))));

    [Fact]
    public void A_member_of_another_type_does_not_cost_those_after_it()
    {
        var note = Read("""{"size":{"title":"no","deep":[{}]},"more":[[1]],"title":"a","secret":"s"}""");
        Assert.Equal(("a", null, "s"), (note.Title, note.Size, note.Secret));
        Assert.Equal(["size", "more"], note.ExtensionData!.Keys.OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"title":{}}""", "Expected a string at '/title', found an object.")]
    [InlineData("""{"tags":["a",{}]}""", "Expected a string at '/tags/1', found an object.")]
    [InlineData("""{"tags":{}}""", "Expected an array at '/tags', found an object.")]
    [InlineData("[]", "Expected an object, found an array.")]
    public void A_required_member_of_another_type_fails_with_its_place(string json, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<JsonException>(() => Read(json)).Message);

    [Fact]
    public void A_place_is_a_pointer_without_names_that_are_data()
    {
        var codec = new ListCodec<IReadOnlyDictionary<string, Note>>(new MapCodec<Note>(NoteCodec.Instance));
        var fault = Assert.ThrowsAny<JsonException>(() => TestApi.Read(codec, """[{},{"my-secret":{"title":[]}}]"""));
        Assert.Equal("Expected a string at '/1/*/title', found an array.", fault.Message);
    }

    [Fact]
    public void Null_in_a_map_is_not_named_as_a_null_in_a_list_within_it()
    {
        var codec = new MapCodec<IReadOnlyList<long>>(new ListCodec<long>(Codecs.Int64));
        var fault = Assert.ThrowsAny<JsonException>(() => TestApi.Read(codec, """{"a":[null]}"""));
        Assert.Equal("Expected a 64-bit integer at '/*/0', found null.", fault.Message);
    }

    [Fact]
    public void Null_is_absent_unless_the_model_tells_it_apart()
    {
        var note = Read("""{"title":null,"size":null,"tags":null,"secret":null}""");
        Assert.Equal((null, null, null, true), (note.Title, note.Size, note.Tags, note.IsSecretNull));
        Assert.Null(note.ExtensionData);
    }

    [Fact]
    public void A_member_that_was_set_later_is_written_once()
    {
        var note = Read("""{"size":"many","other":1}""");
        note.Size = 5;
        Assert.Equal("""{"size":5,"other":1}""", TestApi.Write(NoteCodec.Instance, note));
    }

    [Fact]
    public void People_see_neither_a_secret_nor_what_was_received_in_its_place()
    {
        var note = Read("""{"title":"é","secret":["s3cret"],"size":"s4cret","other":1}""");
        Assert.Equal("""{"title":"é","secret":"***","size":"***","other":1}""", ModelText.From(note));
        Assert.Equal("""{"secret":"***"}""", ModelText.From(new Note { Secret = "s3cret" }));
        Assert.Equal("""{"secret":"s3cret"}""", TestApi.Write(NoteCodec.Instance, new Note { Secret = "s3cret" }));
    }

    private static Note Read(string json) => TestApi.Read(NoteCodec.Instance, json);

    private static string Sorted(string json) =>
        string.Join(
            ',',
            ((JsonAny)JsonElement.Parse(json))
                .EnumerateObject()
                .Select(static member => $"{member.Key}={member.Value}")
                .Order(StringComparer.Ordinal)
        );
}
