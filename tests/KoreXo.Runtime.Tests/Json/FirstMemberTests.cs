using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A model whose first member is optional, and whose required map has a name that a JSON pointer escapes.</summary>
public sealed class FirstMemberTests
{
    [Fact]
    public void A_first_member_of_another_type_is_hidden_from_people_and_kept()
    {
        var box = TestApi.Read(BoxCodec.Instance, """{"size":"s3cret"}""");
        Assert.Null(box.Size);
        Assert.Equal("""{"size":"***"}""", ModelText.From(box));
        Assert.Equal("""{"size":"s3cret"}""", TestApi.Write(BoxCodec.Instance, box));
    }

    [Fact]
    public void A_first_member_of_another_type_means_another_shape()
    {
        var reader = new Utf8JsonReader("""{"size":"many"}"""u8);
        reader.Read();
        Assert.False(JsonUnion.TryReadExactly(ref reader, BoxCodec.Instance, out _));
    }

    [Fact]
    public void A_place_is_a_pointer_with_its_escapes()
    {
        var fault = Assert.ThrowsAny<JsonException>(() => TestApi.Read(BoxCodec.Instance, """{"parts/by~id":{"x":"many"}}"""));
        Assert.Equal("Expected a 64-bit integer at '/parts~1by~0id/*', found a string.", fault.Message);
    }

    [Fact]
    public void Null_in_a_required_map_leaves_it_unset_and_is_kept()
    {
        var box = TestApi.Read(BoxCodec.Instance, """{"size":1,"parts/by~id":{"x":2,"y":null}}""");
        Assert.Equal((1, null), (box.Size, box.Parts));
        Assert.Equal("""{"size":1,"parts/by~id":{"x":2,"y":null}}""", TestApi.Write(BoxCodec.Instance, box));
    }

    private sealed class Box : IJsonModel<Box>
    {
        static JsonCodec<Box> IJsonModel<Box>.Codec => BoxCodec.Instance;

        public long? Size { get; set; }

        public IReadOnlyDictionary<string, long>? Parts { get; set; }

        public IReadOnlyDictionary<string, JsonElement>? ExtensionData;
    }

    private sealed class BoxCodec() : ObjectCodec<Box>("size", "parts/by~id")
    {
        public static readonly BoxCodec Instance = new();

        protected override Box Create() => new();

        protected override void ReadMember(ref Utf8JsonReader reader, Box value, int member)
        {
            if (member == 0)
            {
                value.Size = JsonReading.Int64(ref reader);
            }
            else
            {
                value.Parts = JsonReading.Map(ref reader, Codecs.Int64);
            }
        }

        protected override void WriteMembers(Utf8JsonWriter writer, Box value)
        {
            if (value.Size is { } size)
            {
                writer.WriteNumber(Names[0], size);
            }

            if (value.Parts is { } parts)
            {
                JsonWriting.Map(writer, Names[1], parts, Codecs.Int64);
            }
        }

        protected override ref IReadOnlyDictionary<string, JsonElement>? Extension(Box value) => ref value.ExtensionData;

        protected override bool IsRequired(int member) => member == 1;

        protected override bool IsSet(Box value, int member) => member == 0 ? value.Size is not null : value.Parts is not null;
    }
}
