using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>JSON as tools and people write it, and the pointers of its errors.</summary>
public sealed class JsonSpecReaderTests
{
    [Theory]
    [InlineData("{\"a\": [1, {\"b/c\": tru}]}", "value expected", "/a/1/b~1c")]
    [InlineData("{\"a\": [1, {\"b~c\" 2}]}", "':' expected", "/a/1/b~0c")]
    [InlineData("{\"a\": {\"b\": [[], [1 2]]}}", "',' or ']' expected", "/a/b/1")]
    [InlineData("{\"a\": {\"b\": 1}, \"c\": {\"d\": 1 \"e\": 2}}", "',' or '}' expected", "/c")]
    [InlineData("{,}", "property name in double quotes or '}' expected", "")]
    [InlineData("{\"a\":1,,}", "property name in double quotes or '}' expected", "")]
    [InlineData("{\"a\": [,]}", "value expected", "/a/0")]
    [InlineData("{\"a\": NaN}", "value expected", "/a")]
    [InlineData("{\"a\": Infinity}", "value expected", "/a")]
    [InlineData("{\"a\": +1}", "value expected", "/a")]
    [InlineData("{\"a\": .5}", "value expected", "/a")]
    [InlineData("{\"a\": 0x10}", "',' or '}' expected", "")]
    [InlineData("{\"a\": truex}", "',' or '}' expected", "")]
    [InlineData("{\"a\": undefined}", "value expected", "/a")]
    [InlineData("{a: 1}", "property name in double quotes or '}' expected", "")]
    [InlineData("{'a': 1}", "property name in double quotes or '}' expected", "")]
    [InlineData("{\"a\": 1}\0", "end of the document expected", "")]
    [InlineData("{\"a\":\0 1}", "value expected", "/a")]
    [InlineData("{\"a\": 1}}", "end of the document expected", "")]
    [InlineData("{\"a\": 1} {\"b\": 2}", "end of the document expected", "")]
    [InlineData("\uFEFF\uFEFF{}", "value expected", "")]
    [InlineData("{\"a\": 1 # remark\n}", "',' or '}' expected", "")]
    [InlineData("{\"a\": 1 /x}", "',' or '}' expected", "")]
    public void What_is_no_JSON_is_refused_at_its_pointer(string json, string message, string pointer)
    {
        var failure = Assert.Throws<SpecFormatException>(() => Read(json));

        Assert.Equal((message, pointer), (failure.Message, failure.Pointer));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}", "/a", 7)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "/a", 7)]
    [InlineData("{\"x\":[{\"\":1,\"\":2}]}", "/x/0/", 12)]
    public void A_member_that_is_given_twice_is_refused_however_it_is_written(string json, string pointer, int column)
    {
        var failure = Assert.Throws<SpecFormatException>(() => Read(json));

        Assert.Equal((pointer, column), (failure.Pointer, failure.Column));
    }

    [Theory]
    [InlineData("{\"a\":\"\\u0000\"}", "{\"a\":\"\\u0000\"}")]
    [InlineData("{\"a\":\"x\u0001y\u007f\"}", "{\"a\":\"x\\u0001y\u007f\"}")]
    [InlineData("{\"a\":\"\u2028\u2029\"}", "{\"a\":\"\\u2028\\u2029\"}")]
    [InlineData("{\"a\":\"// no remark /* neither */\"}", "{\"a\":\"// no remark /* neither */\"}")]
    [InlineData("{\"a\":[[[]],{}]}", "{\"a\":[[[]],{}]}")]
    [InlineData("{\"a\":-1.5e-3,\"b\":1e-400}", "{\"a\":-0.0015,\"b\":0}")]
    [InlineData("{ \"a\" /**/ : /**/ null /**/ , }", "{\"a\":null}")]
    [InlineData("{\"a\":\"\\ud83d\",\"b\":\"x\\ude00\"}", "{\"a\":\"\uFFFD\",\"b\":\"x\uFFFD\"}")]
    public void What_is_unusual_is_read(string json, string expected) => Assert.Equal(expected, SpecJson.Write(Read(json)));

    [Theory]
    [InlineData("\r\n", 3)]
    [InlineData("\n", 3)]
    [InlineData("\r", 3)]
    [InlineData("\n\r", 6)]
    public void Each_way_to_end_a_line_ends_one(string end, int line) =>
        Assert.Equal(line, Read($"{{{end}\"a\":{end}[{end}1]}}").Find("/a/0")!.Line);

    [Theory]
    [InlineData("x.JSON")]
    [InlineData("x.openapi")]
    [InlineData("x")]
    public void JSON_is_known_by_its_name_or_its_brace(string path) =>
        Assert.Equal("tab\there", SpecText.Read(path, "\uFEFF \n{\"a\":\"tab\there\"}", CancellationToken.None).String("a"));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("true")]
    public void What_is_no_object_is_no_document(string json) =>
        Assert.Equal("an OpenAPI document is an object, this is not", Assert.Throws<SpecFormatException>(() => Read(json)).Message);

    private static SpecNode Read(string json) => SpecText.Read("x.json", json, CancellationToken.None);
}
