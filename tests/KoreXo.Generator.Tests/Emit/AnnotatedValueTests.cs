namespace KoreXo.Generator.Tests.Emit;

/// <summary>Values that are constants of a choice, each with a title and a description.</summary>
public sealed class AnnotatedValueTests
{
    [Theory]
    [InlineData("Priority.Low", "1")]
    [InlineData("Priority.VeryHigh", "2")]
    [InlineData("Color.Red", "r")]
    [InlineData("Color.DarkGreen", "g")]
    [InlineData("TicketMaybe.Less", "-5")]
    [InlineData("TicketReserved.ValueValue", "v")]
    [InlineData("TicketReserved._1st", "n")]
    [InlineData("TicketReserved.Class", "c")]
    public async Task A_title_is_the_name_of_the_value(string expression, string value) =>
        Assert.Equal(value, await Sample.RunAsync("annotated-values", $"return $\"{{{expression}}}\";"));

    [Theory]
    [InlineData("TicketSame.Same", "a")]
    [InlineData("TicketSame.SameValue", "b")]
    public async Task Of_equal_titles_the_second_has_a_suffix(string expression, string value) =>
        Assert.Equal(value, await Sample.RunAsync("annotated-values", $"return {expression}.Value;"));

    [Fact]
    public async Task Without_a_title_for_each_value_the_values_are_the_names() =>
        Assert.Equal("x1 x2", await Sample.RunAsync("annotated-values", "return $\"{TicketPartly.X1} {TicketPartly.X2}\";"));

    [Fact]
    public async Task Names_in_an_extension_are_preferred_to_titles() =>
        Assert.Equal("1 2", await Sample.RunAsync("annotated-values", "return $\"{TicketGiven.One} {TicketGiven.Two}\";"));

    [Theory]
    [InlineData("Priority", "Priority?")]
    [InlineData("Maybe", "TicketMaybe?")]
    [InlineData("Unnamed", "Int64?")]
    public async Task Integers_are_a_set_if_each_has_a_title(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("annotated-values", "Ticket", member));

    [Theory]
    [InlineData("<summary>How soon.</summary>")]
    [InlineData("<summary>The value 1.</summary>")]
    [InlineData("<summary>Today &amp; not later.</summary>")]
    [InlineData("<summary>Like a rose.</summary>")]
    public void A_description_is_that_of_its_value(string expected)
    {
        var run = Sample.Run(Sample.Document("annotated-values"));

        Assert.Contains(
            expected,
            run.Source(run.Files.Single(static name => name.EndsWith("Models.g.cs", StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"priority":2,"color":"g","maybe":-5,"same":"b","given":1}""")]
    [InlineData("""{"priority":9,"color":"mauve","maybe":null,"same":"","unnamed":8}""")]
    public async Task Known_and_unknown_values_survive(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("annotated-values", "Ticket", json));

    [Fact]
    public async Task A_value_is_sent_as_its_constant() =>
        Assert.Equal(
            "GET /tickets/2?color=g",
            (
                await Sample.RequestAsync(
                    "annotated-values",
                    "await client.GetTicketAsync(Priority.VeryHigh, new() { Color = Color.DarkGreen });"
                )
            ).Line
        );
}
