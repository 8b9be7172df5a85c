using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>The codecs of what is not a model: null, pairs, plain text, value sets and maps.</summary>
public sealed class NullableCodecTests
{
    [Fact]
    public void Null_is_written_as_null()
    {
        Assert.Equal("null", TestApi.Write(new NullableCodec<long>(Codecs.Int64), null));
        Assert.Equal("5", TestApi.Write(new NullableCodec<long>(Codecs.Int64), 5));
        Assert.Equal("null", TestApi.Write(new NullableReferenceCodec<string>(Codecs.String), null));
        Assert.Equal("\"a\"", TestApi.Write(new NullableReferenceCodec<string>(Codecs.String), "a"));
        Assert.Equal(
            """["a",null]""",
            TestApi.Write(new ListCodec<string?>(new NullableReferenceCodec<string>(Codecs.String)), ["a", null])
        );
    }

    [Fact]
    public void An_element_that_was_never_set_is_written_as_null() => Assert.Equal("null", TestApi.Write(Codecs.Element, default));

    [Fact]
    public void A_text_that_may_be_plain_is_a_json_string_in_a_request() =>
        Assert.Equal("\"a \\\"b\\\"\"", TestApi.Write(new PlainTextCodec(), "a \"b\""));

    [Fact]
    public void A_pair_is_read_with_its_name()
    {
        var reader = new Utf8JsonReader("""{"k\u00e9y":[1,2],"next":3}"""u8);
        reader.Read();
        reader.Read();
        var pair = new KeyedCodec<IReadOnlyList<long>>(new ListCodec<long>(Codecs.Int64)).Read(ref reader);
        Assert.Equal("kéy", pair.Key);
        Assert.Equal([1, 2], pair.Value);
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
    }

    [Fact]
    public void A_pair_and_a_map_are_written_as_members()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            new KeyedCodec<long>(Codecs.Int64).Write(writer, new("a", 1));
            JsonWriting.Map(
                writer,
                JsonEncodedText.Encode("m"),
                new Dictionary<string, long>(StringComparer.Ordinal) { ["b"] = 2 },
                Codecs.Int64
            );
            writer.WriteEndObject();
        }

        Assert.Equal("""{"a":1,"m":{"b":2}}"""u8, stream.ToArray());
    }

    [Fact]
    public void A_value_set_is_the_name_of_a_member_too()
    {
        var reader = new Utf8JsonReader("""{"b\u0061ck":1}"""u8);
        reader.Read();
        reader.Read();
        var side = SideCodec.Instance.ReadAsPropertyName(ref reader, typeof(Side), JsonSerializerOptions.Default);
        Assert.Equal(new Side("back"), side);

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            SideCodec.Instance.WriteAsPropertyName(writer, side, JsonSerializerOptions.Default);
            writer.WriteNumberValue(1);
            writer.WriteEndObject();
        }

        Assert.Equal("""{"back":1}"""u8, stream.ToArray());
        Assert.Equal("\"left\"", TestApi.Write(SideCodec.Instance, Side.Left));
    }

    [Fact]
    public void Where_no_value_begins_none_is_read()
    {
        var fault = Assert.ThrowsAny<JsonException>(static () =>
        {
            var reader = new Utf8JsonReader("[]"u8);
            reader.Read();
            reader.Read();
            JsonAny.Read(ref reader);
        });
        Assert.Equal("Expected a value, found the end of a value.", fault.Message);
    }

    [Fact]
    public void A_scalar_is_exactly_what_it_was_read_as()
    {
        var reader = new Utf8JsonReader("5"u8);
        reader.Read();
        Assert.True(JsonUnion.TryReadExactly(ref reader, Codecs.Int64, out var value));
        Assert.Equal(5, value);
    }
}
