using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>What is called with null says which argument it was.</summary>
public sealed class NullArgumentTests
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("a");
    private static readonly Dictionary<string, long> Map = new(StringComparer.Ordinal) { ["a"] = 1 };

    [Fact]
    public void Nothing_is_written_without_a_writer()
    {
        Named("writer", static () => JsonWriting.Element(null!, JsonElement.Parse("1")));
        Named("writer", static () => JsonWriting.List(null!, Name, [1], Codecs.Int64));
        Named("writer", static () => JsonWriting.Map(null!, Name, Map, Codecs.Int64));
        Named("writer", static () => JsonWriting.Members(null!, Map, Codecs.Int64));
        Named("writer", static () => ModelText.Masks(null!, Name));
        Named("writer", static () => ((JsonAny)1).WriteTo(null!));
        Named("writer", static () => NoteCodec.Instance.Write(null!, new Note()));
        Named("writer", static () => new ListCodec<long>(Codecs.Int64).Write(null!, [1]));
        Named("writer", static () => new MapCodec<long>(Codecs.Int64).Write(null!, Map));
        Named("writer", static () => new KeyedCodec<long>(Codecs.Int64).Write(null!, new("a", 1)));
        Named("writer", static () => new NullableCodec<long>(Codecs.Int64).Write(null!, 1));
        Named("writer", static () => new NullableReferenceCodec<string>(Codecs.String).Write(null!, "a"));
        Named("writer", static () => new PlainTextCodec().Write(null!, "a"));
        Named("writer", static () => SideCodec.Instance.Write(null!, Side.Left));
        Named("writer", static () => SideCodec.Instance.WriteAsPropertyName(null!, Side.Left, JsonSerializerOptions.Default));
    }

    [Fact]
    public void Nothing_is_written_without_values_or_their_codec()
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        writer.WriteStartObject();
        Named("members", () => JsonWriting.Members<long>(writer, null!, Codecs.Int64));
        Named("codec", () => JsonWriting.Members(writer, Map, null!));
        Named("items", () => JsonWriting.Items<long>(writer, null!, Codecs.Int64));
        Named("codec", () => JsonWriting.Items(writer, [1], null!));
    }

    [Fact]
    public void Nothing_is_read_without_a_codec()
    {
        Named("item", static () => TestApi.Read(new ListCodec<long>(null!), "[]"));
        Named("value", static () => TestApi.Read(new MapCodec<long>(null!), "{}"));
        Named("codec", static () => Union(static (ref reader) => JsonUnion.TryRead<long>(ref reader, null!, out _)));
        Named("codec", static () => Union(static (ref reader) => JsonUnion.TryReadExactly<long>(ref reader, null!, out _)));
        Named("shapes", static () => Union(static (ref reader) => JsonUnion.Closest(reader, null!)));
        Named(
            "codec",
            static () =>
                Union(
                    static (ref reader) =>
                    {
                        IReadOnlyDictionary<string, long>? members = null;
                        JsonReading.Other(ref reader, ref members, "a", null!);
                    }
                )
        );
    }

    [Fact]
    public void Names_and_parts_are_there()
    {
        Named("names", static () => _ = new JsonNames(null!));
        Named("members", static () => _ = new JsonShape(null!, []));
        Named("required", static () => _ = new JsonShape([], null!));
        Named("items", static () => JsonAny.FromItems(null!));
        Named("members", static () => JsonAny.FromMembers(null!));
        Named("name", static () => JsonAny.Null.TryGetProperty(null!, out _));
    }

    private delegate void Reading(ref Utf8JsonReader reader);

    private static void Union(Reading read)
    {
        var reader = new Utf8JsonReader("1"u8);
        reader.Read();
        read(ref reader);
    }

    private static void Named(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName);
}
