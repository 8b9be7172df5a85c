using KoreXo.Cli.Specs.Checking;

namespace KoreXo.Cli.Tests.Specs.Checking;

/// <summary>What two readers see of a schema is compared without the wrappers that restrict nothing.</summary>
public sealed class SchemaOutlineTests
{
    private static readonly SchemaOutline Text = new("/t") { Type = "string" };
    private static readonly SchemaOutline Null = new("/n") { Type = "null" };
    private static readonly SchemaOutline Blank = new("/b");
    private static readonly SchemaOutline Pet = new("/p") { Reference = "Pet" };

    [Fact]
    public void A_choice_with_null_is_its_other_case() =>
        Assert.Equal(["s: string"], Facts(new SchemaOutline("/s") { OneOf = [Text, Null] }));

    [Fact]
    public void A_part_that_is_only_a_description_is_no_part() =>
        Assert.Equal(["s: a reference to Pet"], Facts(new SchemaOutline("/s") { AllOf = [Pet, Blank] }));

    [Fact]
    public void One_part_within_another_is_the_innermost_one() =>
        Assert.Equal(
            ["s: string"],
            Facts(
                new SchemaOutline("/s") { AnyOf = [new SchemaOutline("/i") { OneOf = [Null, new SchemaOutline("/j") { AllOf = [Text] }] }] }
            )
        );

    [Fact]
    public void Two_parts_are_both_compared() =>
        Assert.Equal(
            ["s: any", "s › allOf 1: a reference to Pet", "s › allOf 2: string"],
            Facts(new SchemaOutline("/s") { AllOf = [Pet, Text] })
        );

    [Fact]
    public void A_part_beside_members_stays_a_part() =>
        Assert.Equal(
            ["s: object", "s › property 'a': string", "s › allOf 1: a reference to Pet"],
            Facts(
                new SchemaOutline("/s")
                {
                    Type = "object",
                    Properties = [("a", Text)],
                    AllOf = [Pet],
                }
            )
        );

    [Fact]
    public void Required_members_of_a_wrapper_count_for_what_it_wraps() =>
        Assert.Equal(
            ["s: object", "s › required: a, b", "s › property 'a': string"],
            Facts(
                new SchemaOutline("/s")
                {
                    Required = ["b"],
                    AllOf =
                    [
                        new SchemaOutline("/o")
                        {
                            Type = "object",
                            Properties = [("a", Text)],
                            Required = ["a", "b"],
                        },
                    ],
                }
            )
        );

    [Fact]
    public void The_place_of_what_is_wrapped_is_that_of_the_wrapper() =>
        Assert.Equal(
            "/s",
            new SchemaOutline("/s") { AllOf = [Text] }
                .Simplified
                .Pointer
        );

    [Fact]
    public void Items_and_other_members_are_facts_of_their_own() =>
        Assert.Equal(
            ["s: array", "s › items: string", "s › other properties: a reference to Pet"],
            Facts(
                new SchemaOutline("/s")
                {
                    Type = "array",
                    Items = Text,
                    AdditionalProperties = Pet,
                }
            )
        );

    [Fact]
    public void A_second_fact_about_one_subject_is_ignored()
    {
        var facts = new ReadFacts();
        facts.Add("s", "first", "/1");
        facts.Add("s", "second", "/2");

        Assert.Equal([new ReadFact("s", "first", "/1")], facts.All);
        Assert.Null(facts.Find("S"));
    }

    [Theory]
    [InlineData("GET /a", null)]
    [InlineData("GET /a › body", "GET /a")]
    [InlineData("GET /a › body › schema", "GET /a › body")]
    public void A_subject_is_within_the_one_before_its_last_part(string subject, string? around) =>
        Assert.Equal(around, ReadFacts.Around(subject));

    private static IEnumerable<string> Facts(SchemaOutline outline)
    {
        var facts = new ReadFacts();
        SchemaFacts.Add(facts, "s", outline);
        return facts.All.Select(static fact => $"{fact.Subject}: {fact.Value}");
    }
}
