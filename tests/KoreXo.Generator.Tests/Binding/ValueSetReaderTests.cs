using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Known values: which there are, and what code calls them.</summary>
public sealed class ValueSetReaderTests
{
    [Theory]
    [InlineData("type: string, enum: [red, dark-blue, darkBlue]", "Red=red DarkBlue=dark-blue DarkBlueValue=darkBlue")]
    [InlineData("type: string, enum: [red, red, RED]", "Red=red RedValue=RED")]
    [InlineData("type: string, enum: ['', ' ', '*']", "Empty= U0020=  All=*")]
    [InlineData("type: string, enum: [1, 2.5, true]", "_1=1 _25=2.5 True=true")]
    [InlineData("type: string, enum: ['-1', '+1', '1']", "Minus1=-1 Plus1=+1 _1=1")]
    [InlineData("type: string, enum: ['<', '>=', '!=']", "LessThan=< GreaterThanOrEqualTo=>= NotEqualTo=!=")]
    [InlineData("type: string, enum: [value, known, equals, s]", "ValueValue=value KnownValue=known EqualsValue=equals SValue=s")]
    [InlineData("type: [string, 'null'], enum: [a, null]", "A=a")]
    [InlineData("type: string, x-extensible-enum: [a, b]", "A=a B=b")]
    [InlineData("type: string, enum: [a], x-extensible-enum: [a, b]", "A=a")]
    [InlineData("const: only", "Only=only")]
    public void Values_have_names(string schema, string expected) => Assert.Equal(expected, Values(schema));

    [Theory]
    [InlineData("x-enum-varnames: [First, Second]", "First=a Second=b")]
    [InlineData("x-enumNames: [first-one, first_one]", "FirstOne=a FirstOneValue=b")]
    [InlineData("x-enum-names: [First, Second]", "First=a Second=b")]
    [InlineData("x-enum-varnames: [First]", "A=a B=b")]
    [InlineData("x-enum-varnames: [First, 2]", "A=a B=b")]
    [InlineData("x-enum-varnames: [First, '']", "A=a B=b")]
    [InlineData("x-enum-varnames: { a: First, b: Second }", "A=a B=b")]
    [InlineData("x-ms-enum: { name: Letter, values: [{ value: a, name: First }, { value: b, name: Second }] }", "First=a Second=b")]
    [InlineData("x-ms-enum: { name: Letter, values: [{ value: b, name: Second }, { value: a, name: First }] }", "First=a Second=b")]
    [InlineData("x-ms-enum: { name: Letter, values: [{ name: First }, { name: Second }] }", "First=a Second=b")]
    [InlineData("x-ms-enum: { name: Letter, modelAsString: true }", "A=a B=b")]
    public void The_document_may_name_them(string names, string expected) =>
        Assert.Equal(expected, Values($"type: string, enum: [a, b], {names}"));

    [Theory]
    [InlineData("x-enum-descriptions: [One, Two]", "One Two")]
    [InlineData("x-enumDescriptions: [One, Two]", "One Two")]
    [InlineData("x-enum-descriptions: [One]", " ")]
    [InlineData("x-enum-descriptions: [One, 2]", "One ")]
    public void The_document_may_describe_them(string descriptions, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Set($"type: string, enum: [a, b], {descriptions}").Values.Select(static value => value.Description))
        );

    [Theory]
    [InlineData("type: string, enum: [a]", true)]
    [InlineData("type: string, x-extensible-enum: [a]", false)]
    [InlineData("anyOf: [{ type: string }, { enum: [a] }]", false)]
    public void A_set_is_closed_where_an_enum_rules_out_others(string schema, bool expected) =>
        Assert.Equal(expected, Set(schema).IsClosed);

    [Theory]
    [InlineData("type: integer, enum: [0, 1], x-enum-varnames: [Off, On]", "Off=0 On=1", ScalarKind.Int64)]
    [InlineData("type: integer, format: int32, enum: [-1, 1], x-enum-varnames: [Down, Up]", "Down=-1 Up=1", ScalarKind.Int32)]
    [InlineData("enum: [1, 2], x-enum-varnames: [One, Two]", "One=1 Two=2", ScalarKind.Int64)]
    [InlineData("type: [integer, 'null'], enum: [1, null], x-enum-varnames: [One, None]", "One=1", ScalarKind.Int64)]
    public void Integers_with_names_are_a_set(string schema, string expected, object kind)
    {
        var set = Set(schema);

        Assert.Equal((expected, kind), (Describe(set), set.Kind));
    }

    [Theory]
    [InlineData("type: integer, enum: [0, 1]")]
    [InlineData("type: integer, enum: [0, 1], x-enum-varnames: [Off]")]
    [InlineData("type: number, enum: [0.5, 1], x-enum-varnames: [Half, Whole]")]
    [InlineData("type: integer, format: int32, enum: [99999999999], x-enum-varnames: [Large]")]
    [InlineData("type: boolean, enum: [true, false], x-enum-varnames: [On, Off]")]
    public void Numbers_without_names_are_numbers(string schema) =>
        Assert.DoesNotContain(BoundDocument.Schemas($"    S: {{ {schema} }}").Model.Types, static type => type is ValueSetModel);

    [Theory]
    [InlineData("{ anyOf: [{ type: string }, { enum: [a], description: Inner. }] }", "Inner.")]
    [InlineData("{ anyOf: [{ type: string }, { enum: [a], description: Inner. }], description: Outer. }", "Outer.")]
    public void A_choice_with_any_string_is_described_by_itself_or_its_values(string schema, string expected) =>
        Assert.Equal(expected, BoundDocument.Schemas($"    S: {schema}").Type<ValueSetModel>("S").Description);

    private static string Values(string schema) => Describe(Set(schema));

    private static string Describe(ValueSetModel set) => string.Join(' ', set.Values.Select(static value => $"{value.Name}={value.Value}"));

    private static ValueSetModel Set(string schema) => BoundDocument.Schemas($"    S: {{ {schema} }}").Type<ValueSetModel>("S");
}
