using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.Runtime.Tests;

/// <summary>Models in the serializer of a user, without reflection.</summary>
public sealed class ModelTypesTests
{
    [Fact]
    public void A_model_is_read_and_written_alone_and_in_lists()
    {
        AssertRoundTrip<Note>("""{"title":"a"}""", ModelTypes.Class<Note>);
        AssertRoundTrip<IReadOnlyList<Note>>("""[{"title":"a"},{"size":2}]""", ModelTypes.Class<Note>);
        AssertUnknown<Thing>(ModelTypes.Class<Note>);
    }

    [Fact]
    public void A_value_is_read_and_written_alone_and_where_it_may_be_absent()
    {
        AssertRoundTrip<JsonAny>("[1]", ModelTypes.Value<JsonAny>);
        AssertRoundTrip<JsonAny?>("[1]", ModelTypes.Value<JsonAny>);
        AssertUnknown<int>(ModelTypes.Value<JsonAny>);
    }

    [Fact]
    public void Rows_and_tables_are_read_and_written()
    {
        AssertRoundTrip<JsonAny>("1.50", ModelTypes.Shared);
        AssertRoundTrip<IReadOnlyDictionary<string, JsonAny>>("""{"b":1.50,"a":null}""", ModelTypes.Shared);
        AssertRoundTrip<IReadOnlyList<IReadOnlyDictionary<string, JsonAny>>>("""[{"b":1.50},{}]""", ModelTypes.Shared);
        AssertRoundTrip<Dictionary<string, JsonAny>>(
            """{"b":1.50,"a":[]}""",
            static (type, options) =>
                type == typeof(string)
                    ? JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter)
                    : ModelTypes.Shared(type, options)
        );
        AssertUnknown<Note>(ModelTypes.Shared);
    }

    [Fact]
    public void A_case_of_a_union_is_read_and_written() =>
        AssertRoundTrip<NoteCase>(
            """{"title":"a"}""",
            static (type, options) => type == typeof(NoteCase) ? ModelTypes.Case<NoteCase, Note>(options) : null
        );

    [Fact]
    public void Null_is_a_value_of_any_type_and_no_model()
    {
        AssertRoundTrip<JsonAny>(
            "null",
            static (_, options) => JsonMetadataServices.CreateValueInfo<JsonAny>(options, new ModelConverter<JsonAny>())
        );
        AssertRoundTrip<Note>(
            "null",
            static (_, options) => JsonMetadataServices.CreateValueInfo<Note>(options, new ModelConverter<Note>())
        );
    }

    [Fact]
    public void A_value_set_is_a_string_and_a_name()
    {
        AssertRoundTrip<Color>("\"red\"", ModelTypes.Value<Color>);
        AssertRoundTrip<Dictionary<Color, JsonAny>>(
            """{"red":1,"blue":2}""",
            static (type, options) =>
                type == typeof(Color) ? JsonMetadataServices.CreateValueInfo<Color>(options, new ModelConverter<Color>())
                : type == typeof(JsonAny) ? ModelTypes.Value<JsonAny>(type, options)
                : JsonMetadataServices.CreateDictionaryInfo<Dictionary<Color, JsonAny>, Color, JsonAny>(
                    options,
                    new() { ObjectCreator = static () => [] }
                )
        );
    }

    [Fact]
    public void A_value_is_as_deep_as_its_creator_likes()
    {
        JsonAny any = 1;
        for (var depth = 0; depth < 300; depth++)
        {
            any = new[] { any };
        }

        Assert.Equal(601, any.AsElement().GetRawText().Length);
    }

    private static void AssertRoundTrip<T>(string json, Func<Type, JsonSerializerOptions, JsonTypeInfo?> types)
    {
        var info = (JsonTypeInfo<T>)Options(types).GetTypeInfo(typeof(T));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, info)!, info));
    }

    private static void AssertUnknown<T>(Func<Type, JsonSerializerOptions, JsonTypeInfo?> types) =>
        Assert.Throws<NotSupportedException>(() => Options(types).GetTypeInfo(typeof(T)));

    private static JsonSerializerOptions Options(Func<Type, JsonSerializerOptions, JsonTypeInfo?> types) =>
        new() { TypeInfoResolver = new Resolver(types) };

    private sealed class Resolver(Func<Type, JsonSerializerOptions, JsonTypeInfo?> types) : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => types(type, options);
    }

    private sealed class NoteCase(Note value) : IUnionCase<NoteCase, Note>
    {
        public static JsonCodec<Note> Codec => NoteCodec.Instance;

        public Note Value => value;

        public static NoteCase Create(Note value) => new(value);
    }

    private readonly record struct Color(string Name) : IJsonModel<Color>, IParsable<Color>
    {
        static JsonCodec<Color> IJsonModel<Color>.Codec => ColorCodec.Instance;

        public static Color Parse(string s, IFormatProvider? provider) => new(s);

        public static bool TryParse(string? s, IFormatProvider? provider, out Color result)
        {
            result = new Color(s ?? "");
            return s is not null;
        }

        public override string ToString() => Name;
    }

    private sealed class ColorCodec : ValueSetCodec<Color>
    {
        public static readonly ColorCodec Instance = new();

        public override Color Read(ref Utf8JsonReader reader) => new(JsonReading.String(ref reader));
    }
}
