using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A model whose other members have a type in common.</summary>
public sealed class AdditionalMembersTests
{
    [Theory]
    [InlineData("""{"id":"a","x":1,"y":2}""", """{"id":"a","x":1,"y":2}""")]
    [InlineData("""{"x":1,"y":"many","id":"a","z":[1]}""", """{"id":"a","x":1,"y":"many","z":[1]}""")]
    [InlineData("""{"x":1,"x":2}""", """{"x":2}""")]
    [InlineData("""{"x":1,"y":null}""", """{"x":1,"y":null}""")]
    [InlineData("""{"id":"a","x":"many"}""", """{"id":"a","x":"many"}""")]
    [InlineData("""{"id":["a"],"x":1}""", """{"x":1,"id":["a"]}""")]
    public void Members_with_and_without_the_type_are_kept(string json, string expected) =>
        Assert.Equal(expected, TestApi.Write(LabelsCodec.Instance, TestApi.Read(LabelsCodec.Instance, json)));

    [Fact]
    public void The_members_with_the_type_are_read_as_such()
    {
        var labels = TestApi.Read(LabelsCodec.Instance, """{"id":"a","x":1,"y":"many","z":3}""");
        Assert.Equal(new Dictionary<string, long>(StringComparer.Ordinal) { ["x"] = 1, ["z"] = 3 }, labels.Sizes!);
        Assert.Equal(["y"], labels.ExtensionData!.Keys);
    }

    [Fact]
    public void No_name_is_written_twice()
    {
        var labels = TestApi.Read(LabelsCodec.Instance, """{"id":"a","x":"many","y":"more"}""");
        labels.Sizes = new Dictionary<string, long>(StringComparer.Ordinal) { ["id"] = 7, ["x"] = 1 };
        Assert.Equal("""{"id":"a","x":1,"y":"more"}""", TestApi.Write(LabelsCodec.Instance, labels));
    }

    [Fact]
    public void People_do_not_see_what_has_another_type() =>
        Assert.Equal(
            """{"id":"a","x":1,"y":"***"}""",
            ModelText.From(TestApi.Read(LabelsCodec.Instance, """{"id":"a","x":1,"y":"s3cret"}"""))
        );

    private sealed class Labels : IJsonModel<Labels>
    {
        static JsonCodec<Labels> IJsonModel<Labels>.Codec => LabelsCodec.Instance;

        public string? Id { get; set; }

        public IReadOnlyDictionary<string, long>? Sizes;

        public IReadOnlyDictionary<string, JsonElement>? ExtensionData;
    }

    private sealed class LabelsCodec() : ObjectCodec<Labels>("id")
    {
        public static readonly LabelsCodec Instance = new();

        protected override Labels Create() => new();

        protected override void ReadMember(ref Utf8JsonReader reader, Labels value, int member) =>
            value.Id = JsonReading.String(ref reader);

        protected override void ReadOther(ref Utf8JsonReader reader, Labels value, string name) =>
            JsonReading.Other(ref reader, ref value.Sizes, name, Codecs.Int64);

        protected override void WriteMembers(Utf8JsonWriter writer, Labels value)
        {
            if (value.Id is not null)
            {
                writer.WriteString(Names[0], value.Id);
            }
        }

        protected override void WriteOther(Utf8JsonWriter writer, Labels value) => WriteOther(writer, value, value.Sizes, Codecs.Int64);

        protected override ref IReadOnlyDictionary<string, JsonElement>? Extension(Labels value) => ref value.ExtensionData;

        protected override bool IsSet(Labels value, int member) => value.Id is not null;
    }
}
