using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;

namespace KoreXo.Runtime.Tests;

/// <summary>Table cells converted to .NET values and back.</summary>
public sealed class JsonAnyValueTests
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_row_takes_and_gives_net_values()
    {
        var id = Guid.NewGuid();
        var row = new Dictionary<string, JsonAny>
        {
            ["Name"] = "Ada",
            ["Age"] = 36,
            ["Visits"] = 5_000_000_000,
            ["Score"] = 1.5,
            ["Price"] = 9.90m,
            ["Active"] = true,
            ["At"] = Noon,
            ["Day"] = new DateOnly(2024, 2, 29),
            ["Time"] = new TimeOnly(7, 30),
            ["Id"] = id,
            ["Gone"] = (int?)null,
            ["Tags"] = new JsonAny[] { "a", 1 },
            ["Address"] = new Dictionary<string, JsonAny> { ["City"] = "London" },
        };

        var read = JsonSerializer.Deserialize<Dictionary<string, JsonAny>>(JsonSerializer.Serialize(row, Plain), Plain)!;

        Assert.Equal("Ada", (string?)read["Name"]);
        Assert.Equal(36, (int)read["Age"]);
        Assert.Equal(5_000_000_000, (long)read["Visits"]);
        Assert.Equal(1.5, (double)read["Score"]);
        Assert.Equal(1.5f, (float)read["Score"]);
        Assert.Equal(9.90m, (decimal)read["Price"]);
        Assert.True((bool)read["Active"]);
        Assert.Equal(Noon, (DateTimeOffset)read["At"]);
        Assert.Equal(Noon.UtcDateTime, (DateTime)read["At"]);
        Assert.Equal(new DateOnly(2024, 2, 29), (DateOnly)read["Day"]);
        Assert.Equal(new TimeOnly(7, 30), (TimeOnly)read["Time"]);
        Assert.Equal(id, (Guid)read["Id"]);
        Assert.Null((int?)read["Gone"]);
        Assert.Equal(1, (int)read["Tags"][1]);
        Assert.Equal("London", (string?)read["Address"]["City"]);
        Assert.Equal(row, read);
    }

    [Fact]
    public void Null_is_null_of_every_type_that_has_one()
    {
        var none = JsonAny.Null;

        Assert.Equal(
            new object?[] { null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null },
            [
                (string?)none,
                (bool?)none,
                (int?)none,
                (long?)none,
                (ulong?)none,
                (float?)none,
                (double?)none,
                (decimal?)none,
                (DateTimeOffset?)none,
                (DateTime?)none,
                (DateOnly?)none,
                (TimeOnly?)none,
                (Guid?)none,
                (JsonNode?)none,
                (JsonAny[]?)none,
                (List<JsonAny>?)none,
                (Dictionary<string, JsonAny>?)none,
            ]
        );
        Assert.True(none.IsNull);
    }

    [Fact]
    public void A_value_that_may_be_null_comes_back_if_it_is_not()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.True((bool?)(JsonAny)(bool?)true);
        Assert.Equal(1, (int?)(JsonAny)(int?)1);
        Assert.Equal(2, (long?)(JsonAny)(long?)2);
        Assert.Equal(3ul, (ulong?)Parse("3"));
        Assert.Equal(1.5f, (float?)Parse("1.5"));
        Assert.Equal(2.5, (double?)(JsonAny)(double?)2.5);
        Assert.Equal(3.50m, (decimal?)(JsonAny)(decimal?)3.50m);
        Assert.Equal(Noon, (DateTimeOffset?)(JsonAny)(DateTimeOffset?)Noon);
        Assert.Equal(Noon.UtcDateTime, (DateTime?)(JsonAny)(DateTime?)Noon.UtcDateTime);
        Assert.Equal(new DateOnly(2024, 2, 29), (DateOnly?)(JsonAny)(DateOnly?)new DateOnly(2024, 2, 29));
        Assert.Equal(new TimeOnly(7, 30), (TimeOnly?)(JsonAny)(TimeOnly?)new TimeOnly(7, 30));
        Assert.Equal(id, (Guid?)(JsonAny)(Guid?)id);
        Assert.Equal([1, "a"], ((JsonAny[]?)Parse("""[1,"a"]"""))!);
        Assert.Equal([1, "a"], ((List<JsonAny>?)Parse("""[1,"a"]"""))!);
        Assert.Equal(1, ((Dictionary<string, JsonAny>?)Parse("""{"a":1}"""))!["a"]);
    }

    [Fact]
    public void Null_of_every_type_that_has_one_is_null() =>
        Assert.All(
            new JsonAny[]
            {
                (bool?)null,
                (int?)null,
                (long?)null,
                (double?)null,
                (decimal?)null,
                (DateTimeOffset?)null,
                (DateTime?)null,
                (DateOnly?)null,
                (TimeOnly?)null,
                (Guid?)null,
                (JsonNode?)null,
                (JsonAny[]?)null,
                (List<JsonAny>?)null,
                (Dictionary<string, JsonAny>?)null,
            },
            static any => Assert.True(any.IsNull)
        );

    [Fact]
    public void What_is_not_there_is_named_with_what_was_asked() =>
        Assert.Equal(
            [
                "a string",
                "true or false",
                "a 64-bit integer",
                "an unsigned 64-bit integer",
                "a number",
                "a decimal number",
                "a date and time (ISO 8601)",
                "a date and time (ISO 8601)",
                "a date (yyyy-MM-dd)",
                "a time (HH:mm:ss)",
                "a GUID",
                "an array",
                "an object",
            ],
            new Action<JsonAny>[]
            {
                static any => any.AsString(),
                static any => any.AsBoolean(),
                static any => any.AsInt64(),
                static any => _ = (ulong)any,
                static any => any.AsDouble(),
                static any => any.AsDecimal(),
                static any => any.AsDateTimeOffset(),
                static any => any.AsDateTime(),
                static any => any.AsDateOnly(),
                static any => any.AsTimeOnly(),
                static any => any.AsGuid(),
                static any => _ = any.Count,
                static any => any.EnumerateObject(),
            }.Select(static get =>
                Assert.Throws<InvalidOperationException>(() => get(JsonAny.Null)).Message["The JSON value is null, not ".Length..^1]
            )
        );

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    [InlineData("1", "a number")]
    [InlineData("true", "true or false")]
    [InlineData("false", "true or false")]
    [InlineData("null", "null")]
    public void What_is_there_instead_is_named(string json, string kind) =>
        Assert.Equal(
            $"The JSON value is {kind}, not a string.",
            Assert.Throws<InvalidOperationException>(() => Parse(json).AsString()).Message
        );

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("-2147483648", true)]
    [InlineData("2147483648", false)]
    [InlineData("-2147483649", false)]
    [InlineData("5.0", true)]
    public void An_integer_of_32_bits_is_one_to_the_last(string json, bool isOne) => Assert.Equal(isOne, Parse(json).TryGetInt32(out _));

    [Theory]
    [InlineData("18446744073709551615", true)]
    [InlineData("0", true)]
    [InlineData("-1", false)]
    [InlineData("18446744073709551616", false)]
    [InlineData("1.5", false)]
    public void An_unsigned_integer_is_one_to_the_last(string json, bool isOne) =>
        Assert.Equal(isOne, Record.Exception(() => (ulong)Parse(json)) is null);

    [Theory]
    [InlineData("\"36\"", "The JSON value is a string, not a 32-bit integer.")]
    [InlineData("null", "The JSON value is null, not a 32-bit integer.")]
    [InlineData("2147483648", "The JSON value is a number, not a 32-bit integer.")]
    [InlineData("1.5", "The JSON value is a number, not a 32-bit integer.")]
    [InlineData("[36]", "The JSON value is an array, not a 32-bit integer.")]
    public void A_cast_that_fails_says_what_is_there_and_what_was_asked(string json, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => (int)Parse(json)).Message);

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_not_there_is_not_gotten(string json)
    {
        var any = Parse(json);

        Assert.False(any.TryGetBoolean(out _));
        Assert.False(any.TryGetInt32(out _));
        Assert.False(any.TryGetInt64(out _));
        Assert.False(any.TryGetDouble(out _));
        Assert.False(any.TryGetDecimal(out _));
        Assert.False(any.TryGetDateTimeOffset(out _));
        Assert.False(any.TryGetDateTime(out _));
        Assert.False(any.TryGetDateOnly(out _));
        Assert.False(any.TryGetTimeOnly(out _));
        Assert.False(any.TryGetGuid(out _));
        Assert.False(any.TryGetProperty("a", out _));
        Assert.Throws<InvalidOperationException>(() => (ulong)any);
    }

    [Fact]
    public void A_number_beyond_a_binary_one_is_none_of_them() => Assert.False(Parse("1e400").TryGetDouble(out _));

    [Theory]
    [InlineData(DateTimeKind.Utc, "2024-02-29T12:00:00.5Z")]
    [InlineData(DateTimeKind.Unspecified, "2024-02-29T12:00:00.5")]
    public void A_date_and_time_keeps_its_kind(DateTimeKind kind, string text)
    {
        var given = DateTime.SpecifyKind(new DateTime(2024, 2, 29, 12, 0, 0, 500), kind);
        var back = (DateTime)(JsonAny)given;

        Assert.Equal(text, ((JsonAny)given).AsString());
        Assert.Equal((given, kind), (back, back.Kind));
    }

    [Fact]
    public void A_local_time_is_written_in_utc_and_one_with_an_offset_is_read_in_utc()
    {
        var local = new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Local);

        Assert.Equal(local.ToUniversalTime(), (DateTime)(JsonAny)local);
        Assert.Equal(new DateTime(2024, 2, 29, 10, 0, 0, DateTimeKind.Utc), (DateTime)(JsonAny)"2024-02-29T12:00:00+02:00");
    }

    [Fact]
    public void An_object_gives_its_members()
    {
        var any = Parse("""{"a":1,"b":null}""");

        Assert.True(any.TryGetProperty("b", out var member) && member.IsNull);
        Assert.False(any.TryGetProperty("c", out _));
        Assert.Equal(JsonAny.Null, any["c"]);
        Assert.Equal(["a", "b"], any.EnumerateObject().Select(static member => member.Key));
        Assert.Equal("The JSON value is null, not an object.", Assert.Throws<InvalidOperationException>(() => any["b"]["c"]).Message);
    }

    [Fact]
    public void An_array_gives_its_items()
    {
        var any = Parse("[1,\"b\"]");

        Assert.Equal(2, any.Count);
        Assert.Equal([1, "b"], any.EnumerateArray());
        Assert.StartsWith(
            "The JSON array has 2 items; index 2 is out of range.",
            Assert.Throws<ArgumentOutOfRangeException>(() => any[2]).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("The JSON value is an array, not an object.", Assert.Throws<InvalidOperationException>(() => any["b"]).Message);
    }

    [Fact]
    public void What_was_built_does_not_change_with_what_it_was_built_of()
    {
        var items = new List<JsonAny> { 1 };
        JsonAny any = items;
        items.Add(2);

        Assert.Equal("[1]", any.ToString());
    }

    [Fact]
    public void Nodes_and_elements_come_back()
    {
        JsonAny any = JsonNode.Parse("""{"a":[1.50,"é"]}""");

        Assert.Equal("""{"a":[1.50,"é"]}""", any.ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"a":[1.50,"é"]}"""), (JsonNode?)any));
        Assert.Equal(any, (JsonElement)any);
    }

    [Fact]
    public void Negative_zero_keeps_its_sign_across_the_border_of_segments() => Assert.Equal("-0", ReadInPieces("[-0]")[0].ToString());

    [Property]
    public bool Every_time_comes_back(DateTime value, Guid id) =>
        (DateTimeOffset)(JsonAny)new DateTimeOffset(value.Ticks, TimeSpan.Zero) == new DateTimeOffset(value.Ticks, TimeSpan.Zero)
        && (DateOnly)(JsonAny)DateOnly.FromDateTime(value) == DateOnly.FromDateTime(value)
        && (TimeOnly)(JsonAny)TimeOnly.FromDateTime(value) == TimeOnly.FromDateTime(value)
        && (Guid)(JsonAny)id == id;

    [Property]
    public bool Every_unsigned_integer_comes_back(ulong value) => (ulong)Parse(value.ToString(CultureInfo.InvariantCulture)) == value;

    private static JsonSerializerOptions Plain { get; } =
        new() { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    private static JsonAny Parse(string json) => TestApi.Read(Codecs.Any, json);

    private static JsonAny ReadInPieces(string json)
    {
        var first = new Segment(System.Text.Encoding.UTF8.GetBytes(json)[..2]);
        var last = first.Append(System.Text.Encoding.UTF8.GetBytes(json)[2..]);
        var reader = new Utf8JsonReader(new System.Buffers.ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();
        reader.Read();
        return new List<JsonAny> { JsonAny.Read(ref reader) };
    }

    private sealed class Segment : System.Buffers.ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes) => Memory = bytes;

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
