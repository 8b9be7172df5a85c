using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>The formats of strings, as services write them.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("P1DT2H30M", "1.02:30:00")]
    [InlineData("PT1M", "00:01:00")]
    [InlineData("PT0.5S", "00:00:00.5000000")]
    [InlineData("-PT1H", "-01:00:00")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("-P2W", "-14.00:00:00")]
    public void Durations_of_fixed_length_are_read(string text, string expected) =>
        Assert.Equal(expected, TestApi.Read(Codecs.TimeSpan, $"\"{text}\"").ToString("c", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"P1Y\"")]
    [InlineData("\"P1M\"")]
    [InlineData("\"P1MT1M\"")]
    [InlineData("\"1D\"")]
    [InlineData("\"2W\"")]
    [InlineData("\"P\"")]
    [InlineData("\"PxW\"")]
    [InlineData("\"P99999999999999999999D\"")]
    [InlineData("5")]
    public void Durations_without_a_fixed_length_are_refused(string json) =>
        Refused(Codecs.TimeSpan, json, "a duration (ISO 8601, without years and months)");

    [Theory]
    [InlineData("07:30", "07:30:00")]
    [InlineData("07:30:15", "07:30:15")]
    [InlineData("07:30:15.5", "07:30:15.5")]
    public void Times_of_day_are_read(string text, string expected) =>
        Assert.Equal($"\"{expected}\"", TestApi.Write(Codecs.TimeOnly, TestApi.Read(Codecs.TimeOnly, $"\"{text}\"")));

    [Theory]
    [InlineData("\"07:30:15Z\"")]
    [InlineData("\"25:00\"")]
    [InlineData("730")]
    public void Times_of_day_with_an_offset_are_refused(string json) => Refused(Codecs.TimeOnly, json, "a time (HH:mm:ss)");

    [Theory]
    [InlineData("18446744073709551615", ulong.MaxValue)]
    [InlineData("\"18446744073709551615\"", ulong.MaxValue)]
    [InlineData("\"0\"", 0)]
    [InlineData("\"947\"", 947)]
    [InlineData("5.0", 5)]
    [InlineData("0", 0)]
    public void Unsigned_integers_are_read_leniently(string json, ulong expected) =>
        Assert.Equal(expected, TestApi.Read(Codecs.UInt64, json));

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("18446744073709551616")]
    [InlineData("\"x\"")]
    public void What_is_no_unsigned_integer_is_refused(string json) => Refused(Codecs.UInt64, json, "an unsigned 64-bit integer");

    [Theory]
    [InlineData("\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("\"0f8fad5bd9cb469fa16570867728950e\"")]
    [InlineData("\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"")]
    public void Guids_are_read_in_any_usual_form(string json) =>
        Assert.Equal("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", TestApi.Write(Codecs.Guid, TestApi.Read(Codecs.Guid, json)));

    [Theory]
    [InlineData("https://example.com/a%20b?c=d")]
    [InlineData("../a b")]
    public void Links_are_written_as_they_were_read(string text) =>
        Assert.Equal($"\"{text}\"", TestApi.Write(Codecs.Uri, TestApi.Read(Codecs.Uri, $"\"{text}\"")));

    [Fact]
    public void What_is_of_another_type_says_what_was_expected()
    {
        Refused(Codecs.Guid, "1", "a GUID");
        Refused(Codecs.Guid, "\"x\"", "a GUID");
        Refused(Codecs.Uri, "1", "a URI");
        Refused(Codecs.Uri, "\"http://[\"", "a URI");
        Refused(Codecs.Int32, "2147483648", "a 32-bit integer");
        Refused(Codecs.Int32, "-2147483649", "a 32-bit integer");
        Refused(Codecs.Double, "\"x\"", "a number");
        Refused(Codecs.Double, "true", "a number");
        Refused(Codecs.Decimal, "\"x\"", "a decimal number");
        Refused(Codecs.Decimal, "true", "a decimal number");
        Refused(Codecs.Boolean, "\"x\"", "true or false");
        Refused(Codecs.String, "[]", "a string");
        Refused(Codecs.DateTimeOffset, "1", "a date and time (ISO 8601)");
        Refused(Codecs.DateOnly, "1", "a date (yyyy-MM-dd)");
        Refused(Codecs.DateOnly, "\"x\"", "a date (yyyy-MM-dd)");
        Refused(Codecs.Bytes, "1", "base64");
        Refused(Codecs.Bytes, "\"%\"", "base64");
        Refused(new ListCodec<long>(Codecs.Int64), "1", "an array");
        Refused(new MapCodec<long>(Codecs.Int64), "1", "an object");
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("\"-1e3\"", -1000)]
    public void Numbers_are_read_leniently(string json, double expected)
    {
        Assert.Equal(expected, TestApi.Read(Codecs.Double, json));
        Assert.Equal((decimal)expected, TestApi.Read(Codecs.Decimal, json));
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648.0", int.MinValue)]
    [InlineData("\"7\"", 7)]
    public void Integers_of_32_bits_are_read_leniently(string json, int expected) =>
        Assert.Equal(expected, TestApi.Read(Codecs.Int32, json));

    [Theory]
    [InlineData("", "")]
    [InlineData("/w==", "_w")]
    [InlineData("+/8=", "-_8")]
    [InlineData("AAAA", "AAAA")]
    public void Bytes_are_written_for_addresses_without_padding(string base64, string expected)
    {
        var bytes = Convert.FromBase64String(base64);
        Assert.Equal($"\"{expected}\"", TestApi.Write(Codecs.Base64Url, bytes));
        Assert.Equal(bytes, TestApi.Read(Codecs.Base64Url, $"\"{expected}\""));
        Assert.Equal(bytes, TestApi.Read(Codecs.Base64Url, $"\"{base64}\""));
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00.1234567Z", 1234567)]
    [InlineData("2020-01-01T00:00:00.12345678+00:00", 1234567)]
    [InlineData("2020-01-01T00:00:00.12345678", 1234567)]
    [InlineData("2020-01-01T00:00:00.1234567", 1234567)]
    [InlineData("2020-01-01T00:00:00.123456", 1234560)]
    public void A_fraction_of_a_second_is_cut_where_ticks_end(string text, int ticks) =>
        Assert.Equal(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks),
            TestApi.Read(Codecs.DateTimeOffset, $"\"{text}\"")
        );

    [Theory]
    [InlineData("\"2020-1-1\"")]
    [InlineData("\"20200101T000000Z\"")]
    [InlineData("\"Jan 1-2020\"")]
    [InlineData("\"1 Jan-2020\"")]
    public void Only_what_begins_like_a_year_is_a_time(string json) => Refused(Codecs.DateTimeOffset, json, "a date and time (ISO 8601)");

    [Theory]
    [InlineData("\"a\\u00e9\\b\\f\\n\\r\\t\\/\\\\\\ud83d\"", "aé\b\f\n\r\t/\\\uFFFD")]
    public void Every_escape_before_half_an_emoji_is_read(string json, string expected)
    {
        Assert.Equal(expected, TestApi.Read(Codecs.String, json));
        Assert.Equal(expected, ((JsonAny)JsonElement.Parse(json)).AsString());
    }

    [Theory]
    [InlineData("[\"\\ud83d\"]")]
    [InlineData("[\"\\uD83D\"]")]
    [InlineData("[\"\\u0041\"]")]
    public void Half_an_emoji_is_written_as_it_was_read(string json)
    {
        var written = TestApi.Write(Codecs.Any, TestApi.Read(Codecs.Any, json));
        Assert.Equal(json == "[\"\\u0041\"]" ? "[\"A\"]" : json, written);
    }

    private static void Refused<T>(JsonCodec<T> codec, string json, string expected) =>
        Assert.StartsWith($"Expected {expected}, found ", Assert.ThrowsAny<JsonException>(() => TestApi.Read(codec, json)).Message);
}
