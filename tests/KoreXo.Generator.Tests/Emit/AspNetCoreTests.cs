namespace KoreXo.Generator.Tests.Emit;

/// <summary>The documents that ASP.NET Core 9 and 10 write about themselves.</summary>
public sealed class AspNetCoreTests
{
    [Theory]
    [InlineData("Count", "Int32")]
    [InlineData("Total", "Double?")]
    [InlineData("Big", "Int64?")]
    [InlineData("Small", "Int64?")]
    [InlineData("Digits", "Int64?")]
    [InlineData("Typeless", "Int32?")]
    [InlineData("TypelessTotal", "Double?")]
    [InlineData("Day", "DateOnly?")]
    [InlineData("Choice", "Int32?")]
    [InlineData("Level", "Level?")]
    [InlineData("State", "OrderState?")]
    [InlineData("Tags", "IReadOnlyList<String>")]
    public async Task A_number_that_may_be_a_string_is_a_number(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("aspnet-core", "Order", member));

    [Theory]
    [InlineData("Zip", "OrderZip?")]
    [InlineData("Code", "OrderZip?")]
    public async Task A_string_that_is_no_number_stays_a_choice(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("aspnet-core", "Order", member));

    [Fact]
    public async Task A_number_in_a_string_is_read_and_written_as_a_number() =>
        Assert.Equal(
            """{"count":21,"total":1.5,"big":9007199254740993,"typeless":3,"choice":4,"zip":"01234"}""",
            await Sample.RoundTripAsync(
                "aspnet-core",
                "Order",
                """{"count":"21","total":"1.5","big":"9007199254740993","typeless":"3","choice":"4","zip":"01234"}"""
            )
        );

    [Fact]
    public async Task A_parameter_of_digits_is_a_number() =>
        Assert.Equal(
            "GET /orders/7?page=2&min=0.5&since=2025-01-02T03%3A04%3A05Z",
            (
                await Sample.RequestAsync(
                    "aspnet-core",
                    """
                    await client.GetOrderAsync(7, new() { Page = 2, Min = 0.5, Since = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero) });
                    """
                )
            ).Line
        );
}
