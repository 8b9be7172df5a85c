using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The built-in type of a schema without parts.</summary>
public sealed class ScalarReaderTests
{
    [Theory]
    [InlineData("type: string", "String")]
    [InlineData("type: string, format: date", "DateOnly")]
    [InlineData("type: string, format: date-time", "DateTimeOffset")]
    [InlineData("type: string, format: Date-Time", "String")]
    [InlineData("type: string, format: byte", "Bytes")]
    [InlineData("type: string, contentEncoding: BASE64", "Bytes")]
    [InlineData("type: string, contentEncoding: base64url", "Base64Url")]
    [InlineData("type: string, contentEncoding: base16", "String")]
    [InlineData("type: string, format: uuid", "Guid")]
    [InlineData("type: string, format: uri", "Uri")]
    [InlineData("type: string, format: uri-reference", "String")]
    [InlineData("type: string, format: time", "TimeOnly")]
    [InlineData("type: string, format: duration", "TimeSpan")]
    [InlineData("type: boolean, format: int32", "Boolean")]
    [InlineData("type: integer", "Int64")]
    [InlineData("type: integer, format: int32", "Int32")]
    [InlineData("type: integer, format: uint32", "Int64")]
    [InlineData("type: integer, format: uint64", "UInt64")]
    [InlineData("type: integer, minimum: -2147483648, maximum: 2147483647", "Int32")]
    [InlineData("type: integer, minimum: -2147483649, maximum: 2147483647", "Int64")]
    [InlineData("type: integer, minimum: 0, maximum: 2147483648", "Int64")]
    [InlineData("type: integer, maximum: 100", "Int64")]
    [InlineData("type: integer, maximum: 9223372036854775807", "Int64")]
    [InlineData("type: integer, maximum: 9223372036854775808", "UInt64")]
    [InlineData("type: integer, minimum: -1, maximum: 9223372036854775808", "Int64")]
    [InlineData("type: integer, exclusiveMinimum: 0, exclusiveMaximum: 10", "Int64")]
    [InlineData("type: number", "Double")]
    [InlineData("type: number, format: float", "Double")]
    [InlineData("type: number, format: decimal", "Decimal")]
    [InlineData("type: number, format: decimal128", "Decimal")]
    [InlineData("type: number, format: int32", "Double")]
    [InlineData("format: int64", "Int64")]
    [InlineData("format: double", "Double")]
    [InlineData("type: [integer, number]", "Double")]
    [InlineData("type: [integer, string], format: int32", "Int32")]
    [InlineData("const: 5", "Int64")]
    [InlineData("const: 1.5", "Double")]
    [InlineData("type: object", "Any")]
    [InlineData("description: Anything.", "Any")]
    public void A_type_and_a_format_are_a_type(string schema, string expected) => Assert.Equal(expected, Read(schema, []));

    [Theory]
    [InlineData("uuid", "uuid", "String")]
    [InlineData("uuid", "uri", "Guid")]
    [InlineData("uuid", "*", "String")]
    [InlineData("date", "*", "DateOnly")]
    [InlineData("byte", "*", "Bytes")]
    public void A_format_may_be_left_a_string_unless_it_changes_the_value(string format, string left, string expected) =>
        Assert.Equal(expected, Read($"type: string, format: {format}", [left]));

    private static string Read(string schema, string[] stringFormats)
    {
        var document = ReadDocument.From($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{ schemas: {{ S: {{ {schema} }} }} }}").Document;
        var site = document.Schema(document.Root.Find("/components/schemas/S")!, "/components/schemas/S");
        return Assert.IsType<TypeRef.Scalar>(new ScalarReader(stringFormats).Read(site)).Kind.ToString();
    }
}
