namespace KoreXo.Runtime.Tests;

public sealed class JsonWritingTests
{
    [Fact]
    public void Text_outside_ascii_is_written_as_it_is_and_the_rest_escaped() =>
        Assert.Equal("\"é <&> \\\"\\n\\u0000\"", TestApi.Write(Codecs.String, "é <&> \"\n\0"));

    [Theory]
    [InlineData(0, "\"2024-01-02T03:04:05Z\"")]
    [InlineData(5.5, "\"2024-01-02T03:04:05+05:30\"")]
    public void A_time_keeps_its_instant(double hours, string expected) =>
        Assert.Equal(expected, TestApi.Write(Codecs.DateTimeOffset, new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(hours))));

    [Fact]
    public void Empty_lists_and_maps_are_written()
    {
        Assert.Equal("[]", TestApi.Write(new ListCodec<long>(Codecs.Int64), []));
        Assert.Equal("{}", TestApi.Write(new MapCodec<string>(Codecs.String), new Dictionary<string, string>(StringComparer.Ordinal)));
    }

    [Fact]
    public void Bytes_days_and_nulls_are_written()
    {
        Assert.Equal("\"+/8=\"", TestApi.Write(Codecs.Bytes, [0xFB, 0xFF]));
        Assert.Equal("\"2024-02-29\"", TestApi.Write(Codecs.DateOnly, new DateOnly(2024, 2, 29)));
        Assert.Equal("[null,1]", TestApi.Write(new ListCodec<long?>(new NullableCodec<long>(Codecs.Int64)), [null, 1]));
    }
}
