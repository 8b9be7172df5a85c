namespace KoreXo.Generator.Tests.Emit;

/// <summary>Branches of a choice that allow nothing but null, however the document writes it.</summary>
public sealed class NullSpellingTests
{
    [Theory]
    [InlineData("Bare", "Part?")]
    [InlineData("Described", "Part?")]
    [InlineData("Word", "Part?")]
    [InlineData("List", "Part?")]
    [InlineData("Enumeration", "Kind?")]
    [InlineData("Constant", "Kind?")]
    [InlineData("Component", "Kind?")]
    [InlineData("Blank", "Kind?")]
    [InlineData("BlankNull", "Kind?")]
    [InlineData("Values", "RowValues?")]
    [InlineData("Nested", "MaybePart?")]
    [InlineData("Choice", "RowChoice?")]
    [InlineData("Quoted", "String?")]
    [InlineData("Numbers", "IReadOnlyList<Int64?>")]
    [InlineData("Parts", "IReadOnlyDictionary<String, Part>")]
    public async Task A_branch_of_null_is_no_shape(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("null-branches", "Row", member));

    [Fact]
    public async Task Values_with_remarks_beside_null_are_a_value_set() =>
        Assert.Equal("""{"values":"down"}""", await Sample.RunAsync("null-branches", "return Write(new Row { Values = RowValues.Down });"));

    [Theory]
    [InlineData("bare")]
    [InlineData("described")]
    [InlineData("word")]
    [InlineData("list")]
    [InlineData("enumeration")]
    [InlineData("constant")]
    [InlineData("component")]
    [InlineData("blank")]
    [InlineData("values")]
    [InlineData("nested")]
    [InlineData("choice")]
    [InlineData("quoted")]
    public async Task A_null_that_was_read_is_written_back(string member) =>
        Assert.Equal($$"""{"{{member}}":null}""", await Sample.RoundTripAsync("null-branches", "Row", $$"""{"{{member}}":null}"""));

    [Theory]
    [InlineData("""{"bare":{"a":"1"},"enumeration":"x","values":"up","nested":{"b":"2"},"choice":5}""")]
    [InlineData("""{"blank":"","choice":{"b":"2"},"numbers":[1,null],"parts":{"p":{"a":"1"},"q":null}}""")]
    public async Task A_value_beside_null_keeps_its_shape(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("null-branches", "Row", json));
}
