using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Lists and objects in each style that OpenAPI has for them.</summary>
public sealed class ParameterStyleTests
{
    private const string Numbers = """{ "type": "array", "items": { "type": "integer" } }""";
    private const string Point = """{ "type": "object", "properties": { "lat": { "type": "number" }, "lng": { "type": "number" } } }""";
    private const string Filter =
        """{ "type": "object", "properties": { "state": { "type": "string" }, "ids": { "type": "array", "items": { "type": "integer" } }, "created": { "type": "object", "properties": { "gte": { "type": "integer" } } } } }""";

    [Theory]
    [InlineData(null, null, "id=1&id=2", "[1,2]")]
    [InlineData("form", true, "id=1&id=2", "[1,2]")]
    [InlineData("form", false, "id=1,2", "[1,2]")]
    [InlineData("form", false, "id=", "[]")]
    [InlineData("spaceDelimited", null, "id=1 2", "[1,2]")]
    [InlineData("pipeDelimited", false, "id=1|2", "[1,2]")]
    [InlineData(null, null, "id[]=1&id[]=2", "[1,2]")]
    [InlineData(null, null, "id[0]=1&id[1]=2", "[1,2]")]
    [InlineData(null, null, "id=x", "[\"x\"]")]
    [InlineData(null, null, "other=1", null)]
    public void A_list_in_the_query(string? style, bool? explode, string query, string? expected) =>
        Assert.Equal(
            expected,
            Read(new ApiParameter("id", ParameterLocation.Query, false, Schema(Numbers)) { Style = style, Explode = explode }, query)
        );

    [Theory]
    [InlineData(null, null, "state=open&ids=1&ids=2", """{"state":"open","ids":[1,2]}""")]
    [InlineData("form", false, "filter=state,open", """{"state":"open"}""")]
    [InlineData("deepObject", true, "filter[state]=open&filter[ids]=1", """{"state":"open","ids":[1]}""")]
    [InlineData("deepObject", true, "filter[created][gte]=5", """{"created":{"gte":5}}""")]
    [InlineData("deepObject", true, "filter[unknown]=5", """{"unknown":"5"}""")]
    [InlineData("deepObject", true, "state=open", null)]
    public void An_object_in_the_query(string? style, bool? explode, string query, string? expected) =>
        Assert.Equal(
            expected,
            Read(new ApiParameter("filter", ParameterLocation.Query, false, Schema(Filter)) { Style = style, Explode = explode }, query)
        );

    [Theory]
    [InlineData(null, false, "1,2", "[1,2]")]
    [InlineData("label", false, ".1,2", "[1,2]")]
    [InlineData("label", true, ".1.2", "[1,2]")]
    [InlineData("matrix", false, ";id=1,2", "[1,2]")]
    [InlineData("matrix", true, ";id=1;id=2", "[1,2]")]
    [InlineData(null, false, "", "[]")]
    public void A_list_in_the_path(string? style, bool explode, string text, string expected) =>
        Assert.Equal(
            expected,
            Read(new ApiParameter("id", ParameterLocation.Path, true, Schema(Numbers)) { Style = style, Explode = explode }, [text])
        );

    // A point in a number is no separator.
    [Theory]
    [InlineData(null, false, "lat,1.5,lng,2", """{"lat":1.5,"lng":2}""")]
    [InlineData(null, true, "lat=1.5,lng=2", """{"lat":1.5,"lng":2}""")]
    [InlineData("label", false, ".lat,1.5,lng,2", """{"lat":1.5,"lng":2}""")]
    [InlineData("label", false, ".lat.1.lng.2", """{"lat":1,"lng":2}""")]
    [InlineData("label", true, ".lat=1.lng=2", """{"lat":1,"lng":2}""")]
    [InlineData("matrix", false, ";at=lat,1.5,lng,2", """{"lat":1.5,"lng":2}""")]
    [InlineData("matrix", true, ";lat=1.5;lng=2", """{"lat":1.5,"lng":2}""")]
    [InlineData(null, false, "lat", "\"lat\"")]
    [InlineData(null, true, "lat=1,lng", "\"lat=1,lng\"")]
    public void An_object_in_the_path(string? style, bool explode, string text, string expected) =>
        Assert.Equal(
            expected,
            Read(new ApiParameter("at", ParameterLocation.Path, true, Schema(Point)) { Style = style, Explode = explode }, [text])
        );

    [Theory]
    [InlineData("""{"lat":1.5}""", """{"lat":1.5}""")]
    [InlineData("{", "\"{\"")]
    public void A_parameter_that_is_JSON(string text, string expected) =>
        Assert.Equal(expected, Read(new ApiParameter("at", ParameterLocation.Query, false, Schema(Point)) { IsJson = true }, [text]));

    [Theory]
    [InlineData("""{ "type": "integer" }""", "12", "12")]
    [InlineData("""{ "type": "integer" }""", "12a", "\"12a\"")]
    [InlineData("""{ "type": "integer" }""", " 12", "\" 12\"")]
    [InlineData("""{ "type": "number" }""", "1e3", "1000")]
    [InlineData("""{ "type": "number" }""", "Infinity", "\"Infinity\"")]
    [InlineData("""{ "type": "boolean" }""", "true", "true")]
    [InlineData("""{ "type": "boolean" }""", "True", "\"True\"")]
    [InlineData("""{ "type": "string" }""", "12", "\"12\"")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "string", "minLength": 3 }] }""", "12", "12")]
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "string", "minLength": 3 }] }""", "all", "\"all\"")]
    public void A_single_value_is_of_its_type_or_the_string_that_it_is(string schema, string text, string expected) =>
        Assert.Equal(expected, Read(new ApiParameter("value", ParameterLocation.Header, false, Schema(schema)), [text]));

    private static JsonSchema Schema(string json) => JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();

    private static string? Read(ApiParameter parameter, string query)
    {
        var pairs = query
            .Split('&')
            .Select(static pair => pair.Split('='))
            .GroupBy(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal)
            .ToDictionary(static pair => pair.Key, static pair => pair.ToList(), StringComparer.Ordinal);
        return ParameterStyle.Read(parameter, pairs.GetValueOrDefault(parameter.Name, []), pairs)?.ToString(Formatting.None);
    }

    private static string? Read(ApiParameter parameter, string[] texts) =>
        ParameterStyle.Read(parameter, texts, new Dictionary<string, List<string>>(StringComparer.Ordinal))?.ToString(Formatting.None);
}
