using System.Text.Json;

namespace KoreXo.Runtime.Tests;

public sealed class JsonNamesTests
{
    [Theory]
    [InlineData("""{"name":"a","size":1""")]
    [InlineData("""{"name":"a","size":""")]
    [InlineData("""{"name":"a",}""")]
    [InlineData("""{"name" "a"}""")]
    public void Broken_json_is_a_json_exception(string json) =>
        Assert.ThrowsAny<JsonException>(() => TestApi.Read(ThingCodec.Instance, json));

    [Theory]
    [InlineData("""{"name":"a","size":1}""")]
    [InlineData("""{"size":1,"name":"a"}""")]
    [InlineData("""{"n\u0061me":"a","\u0073ize":"1"}""")]
    [InlineData("""{"name":"a","gr\u00f6\u00dfe":1}""")]
    [InlineData("""{"name":"a","größe":1.0}""")]
    [InlineData("""{"name":"x","size":2,"name":"a","size":1}""")]
    public void Members_are_found_in_any_order_and_spelling(string json)
    {
        var thing = TestApi.Read(ThingCodec.Instance, json);
        Assert.Equal(("a", 1L), (thing.Name, thing.Size));
        Assert.Empty(thing.ExtensionData);
    }

    [Fact]
    public void Half_an_emoji_in_a_name_does_not_cost_the_answer()
    {
        var thing = TestApi.Read(ThingCodec.Instance, "{\"x\\ud83d\":{\"y\\ude00\":\"z\\ud83d\"},\"name\":\"a\"}");
        Assert.Equal(("a", "x\uFFFD"), (thing.Name, Assert.Single(thing.ExtensionData).Key));
        Assert.Contains("\"name\":\"a\"", TestApi.Write(ThingCodec.Instance, thing));
    }

    [Fact]
    public void Names_differ_by_case()
    {
        var thing = TestApi.Read(ThingCodec.Instance, """{"Name":"a"}""");
        Assert.Equal("", thing.Name);
        Assert.Equal("Name", Assert.Single(thing.ExtensionData).Key);
    }

    [Fact]
    public void Unknown_members_survive_a_round_trip()
    {
        const string Json = """{"name":"a","deep":{"x":[1,{"name":"inner"}],"y":null},"n":1.50,"e":"é","empty":[]}""";
        Assert.Equal(Json, TestApi.Write(ThingCodec.Instance, TestApi.Read(ThingCodec.Instance, Json)));
    }

    [Fact]
    public void Of_two_unknown_members_with_one_name_the_last_wins() =>
        Assert.Equal("2", TestApi.Read(ThingCodec.Instance, """{"x":1,"x":2}""").ExtensionData["x"].GetRawText());

    [Fact]
    public void An_unknown_name_can_be_read_with_a_type()
    {
        var names = new JsonNames("a");
        var reader = new Utf8JsonReader("""{"a":1,"b\u0063":2}"""u8);
        reader.Read();
        var cursor = 0;

        Assert.Equal(0, names.Read(ref reader, ref cursor, out string? unknown));
        Assert.Null(unknown);
        Assert.Equal(JsonNames.Unknown, names.Read(ref reader, ref cursor, out unknown));
        Assert.Equal("bc", unknown);
        Assert.Equal(2, reader.GetInt32());
        Assert.Equal(JsonNames.End, names.Read(ref reader, ref cursor, out unknown));
    }

    [Fact]
    public void A_codec_serves_a_users_own_serializer_options()
    {
        CheckReading<Thing>(ThingCodec.Instance, """{"name":"a"}""", thing => Assert.Equal("a", thing.Name));
        CheckReading<JsonAny>(Codecs.Any, "null", any => Assert.Equal(JsonValueKind.Null, any.Kind));
    }

    private static void CheckReading<T>(System.Text.Json.Serialization.JsonConverter<T> converter, string json, Action<T> check)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new OneType<T>(converter) };
        check((T)JsonSerializer.Deserialize(json, options.GetTypeInfo(typeof(T)))!);
    }

    private sealed class OneType<T>(System.Text.Json.Serialization.JsonConverter<T> converter)
        : System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver
    {
        public System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type == typeof(T) ? System.Text.Json.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<T>(options, converter) : null;
    }
}
