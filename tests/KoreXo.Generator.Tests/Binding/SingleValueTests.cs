using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Schemas that allow one value.</summary>
public sealed class SingleValueTests
{
    [Theory]
    [InlineData("1", "Int32", true)]
    [InlineData("-2147483648", "Int32", true)]
    [InlineData("2147483648", "Int32", false)]
    [InlineData("2147483648", "Int64", true)]
    [InlineData("9223372036854775808", "Int64", false)]
    [InlineData("1.0", "Int64", false)]
    [InlineData("1e3", "Int64", false)]
    [InlineData(" 1", "Int64", false)]
    [InlineData("1", "Double", false)]
    [InlineData("1", "UInt64", false)]
    [InlineData("", "Int64", false)]
    public void An_integer_is_one_that_the_type_can_have(string text, string kind, bool expected) =>
        Assert.Equal(expected, SingleValue.IsInteger(text, Scalar(kind)));

    [Theory]
    [InlineData("true", "Boolean", true)]
    [InlineData("false", "Boolean", true)]
    [InlineData("True", "Boolean", false)]
    [InlineData("1", "Boolean", false)]
    [InlineData("true", "String", false)]
    [InlineData("5", "Int32", true)]
    public void A_literal_is_a_number_or_a_Boolean(string text, string kind, bool expected) =>
        Assert.Equal(expected, SingleValue.IsLiteral(text, Scalar(kind)));

    [Theory]
    [InlineData("enum: [5]", "Int64", "5")]
    [InlineData("enum: [5, 6]", "Int64", null)]
    [InlineData("enum: ['5']", "Int64", null)]
    [InlineData("enum: [5.5]", "Int64", null)]
    [InlineData("enum: [true]", "Boolean", "true")]
    [InlineData("enum: [true]", "Int64", null)]
    [InlineData("type: integer", "Int64", null)]
    public void The_only_value_fits_the_type(string schema, string kind, string? expected) =>
        Assert.Equal(expected, SingleValue.Of(Read(schema, "/components/schemas/S"), Scalar(kind)));

    [Fact]
    public void A_string_is_the_only_value_of_a_value_set() =>
        Assert.Equal("x", SingleValue.Of(Read("enum: [x]", "/components/schemas/S"), new TypeRef.Named("S", NamedKind.ValueSet)));

    [Theory]
    [InlineData("enum: [x]", "/components/schemas/S/properties/a", "x")]
    [InlineData("enum: [x]", "/components/schemas/S", null)]
    [InlineData("enum: [x, y]", "/components/schemas/S/properties/a", null)]
    [InlineData("enum: [5]", "/components/schemas/S/properties/a", null)]
    [InlineData("x-extensible-enum: [x]", "/components/schemas/S/properties/a", null)]
    [InlineData("enum: [x], x-extensible-enum: [x, y]", "/components/schemas/S/properties/a", null)]
    public void A_named_set_is_never_only_its_value(string schema, string pointer, string? expected) =>
        Assert.Equal(expected, SingleValue.OfUnnamed(Read(schema, pointer)));

    private static TypeRef.Scalar Scalar(string kind) => new(Enum.Parse<ScalarKind>(kind));

    private static OpenApi.Document.SpecSchema Read(string schema, string pointer)
    {
        var document = ReadDocument.From($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{ schemas: {{ S: {{ {schema} }} }} }}").Document;
        return document.Schema(document.Root.Find("/components/schemas/S")!, pointer);
    }
}
