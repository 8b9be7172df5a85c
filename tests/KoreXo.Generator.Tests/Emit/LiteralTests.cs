using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Strings of a document as C#: none ends its literal, and none hides in it.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a b~", "\"a b~\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("{0}", "\"{0}\"")]
    [InlineData("größe 生", "\"größe 生\"")]
    [InlineData("\0\t\r\n\u001b\u007f", "\"\\u0000\\u0009\\u000d\\u000a\\u001b\\u007f\"")]
    [InlineData("\u0085\u2028\u2029\u200b\u202e\u00a0", "\"\\u0085\\u2028\\u2029\\u200b\\u202e\\u00a0\"")]
    [InlineData("e\u0301", "\"e\\u0301\"")]
    [InlineData("😀", "\"\\ud83d\\ude00\"")]
    public void A_string_is_one_literal_on_one_line(string text, string expected) => Assert.Equal(expected, Literal.Quote(text));

    [Fact]
    public void Half_of_a_letter_stays_half() => Assert.Equal("\"\\ud83d\"", Literal.Quote("\ud83d"));

    [Fact]
    public void No_string_is_what_the_place_wants() =>
        Assert.Equal(("null", "\"\""), (Literal.Quote(null, "null"), Literal.Quote("", "null")));

    [Theory]
    [InlineData("", "[]")]
    [InlineData("a", "[\"a\"]")]
    [InlineData("a|\"", "[\"a\", \"\\\"\"]")]
    public void A_list_is_a_collection_expression(string items, string expected) =>
        Assert.Equal(expected, Literal.List(items.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("1", "Int32", "1")]
    [InlineData("1", "Int64", "1L")]
    [InlineData("true", "Boolean", "true")]
    [InlineData("1", "String", "\"1\"")]
    public void A_constant_is_of_the_type_of_its_member(string value, string kind, string expected) =>
        Assert.Equal(expected, Literal.Constant(value, new TypeRef.Scalar(Enum.Parse<ScalarKind>(kind))));

    [Fact]
    public void A_constant_of_a_set_is_a_value_of_it() =>
        Assert.Equal("new Kind(\"\\\"\")", Literal.Constant("\"", new TypeRef.Named("Kind", NamedKind.ValueSet)));
}
