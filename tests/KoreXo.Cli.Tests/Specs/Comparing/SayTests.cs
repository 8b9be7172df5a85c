using KoreXo.Cli.Specs.Comparing;
using KoreXo.Cli.Specs.Surface;

namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>The sentences of a report, whose names are those of somebody's document.</summary>
public sealed class SayTests
{
    [Theory]
    [InlineData("order", "`order`")]
    [InlineData("a`b``", "`a'b''`")]
    [InlineData("a\r\nb", "`a b`")]
    [InlineData("\u001b[31m\u202E", "`\\u001B[31m\\u202E`")]
    [InlineData("", "``")]
    public void A_name_is_code_that_it_cannot_leave(string name, string expected) => Assert.Equal(expected, Say.Code(name));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a,b", "a and b")]
    [InlineData("a,b,c", "a, b and c")]
    public void Items_are_listed_as_in_a_sentence(string items, string expected) =>
        Assert.Equal(expected, Say.List(items.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Sentences_that_say_nothing_leave_no_space() => Assert.Equal("One. Two.", Say.Sentences(["", "One.", "", "Two.", ""]));

    [Fact]
    public void Changes_of_members_are_grouped_by_what_callers_see() =>
        Assert.Equal(
            "`Gone` is gone. `Late` and `Order.Id` are new. `Order.Must` is new and must be set. `Order.Name` must be set. `Order.Note` no longer has to be set. `Order.Age` is `long` instead of `int`, and must be set.",
            EffectText.Of([
                new SurfaceChange(Member("Gone"), null),
                new SurfaceChange(null, Member("Late")),
                new SurfaceChange(null, Member("Order.Id")),
                new SurfaceChange(null, Member("Order.Must", mustBeSet: true)),
                new SurfaceChange(Member("Order.Name"), Member("Order.Name", mustBeSet: true)),
                new SurfaceChange(Member("Order.Note", mustBeSet: true), Member("Order.Note")),
                new SurfaceChange(Member("Order.Age", "int"), Member("Order.Age", "long", mustBeSet: true)),
            ])
        );

    [Theory]
    [InlineData("", "string? a = null", "Binary")]
    [InlineData("int id", "int id,string? a = null", "Binary")]
    [InlineData("int id,string? b = null", "int id,string? a = null,string? b = null", "Binary")]
    [InlineData("int id", "int id,string a", "Source")]
    [InlineData("int id", "string? a = null", "Source")]
    [InlineData("int id,string? a = null", "int id", "Source")]
    [InlineData("int id", "int id", "Addition")]
    public void Only_more_optional_parameters_keep_code_compiling(string old, string @new, string impact) =>
        Assert.Equal(impact, new SurfaceChange(Method(old), Method(@new)).Impact.ToString());

    private static SurfaceMember Member(string key, string type = "string", bool mustBeSet = false) =>
        new()
        {
            Key = key,
            Owner = null,
            Head = type,
            Display = type,
            MustBeSet = mustBeSet,
        };

    private static SurfaceMember Method(string parameters) =>
        new()
        {
            Key = "Client.GetAsync",
            Owner = "Client",
            Head = "Task GetAsync",
            Display = "",
            Parameters = parameters.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Returns = "Task",
            Takes = parameters,
        };
}
