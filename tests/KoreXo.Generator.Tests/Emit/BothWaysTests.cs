namespace KoreXo.Generator.Tests.Emit;

/// <summary>Types that are sent and received: the compiler insists on what a request needs, and reading on nothing.</summary>
public sealed class BothWaysTests
{
    private const string Members =
        "Customer = \"Ann\", Note = null, Secret = \"s\", Extra = 5, Lines = [new Line { Sku = \"a\", Quantity = 1 }]";

    [Theory]
    [InlineData("new Order()", "Order.Customer")]
    [InlineData("new Order()", "Order.Lines")]
    [InlineData("new Order()", "Order.Note")]
    [InlineData("new Order()", "Order.Secret")]
    [InlineData("new Order()", "Order.Extra")]
    [InlineData("new Line { Sku = \"a\" }", "Line.Quantity")]
    public async Task A_member_that_the_request_needs_cannot_be_left_out(string value, string member)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Sample.RunAsync("both-ways", $"return Write({value});"));

        Assert.Contains("CS9035", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"'{member}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_gives_need_not_be_set() =>
        Assert.Equal(
            """{"customer":"Ann","lines":[{"sku":"a","quantity":1}],"note":null,"secret":"s","extra":5,"kind":"order"}""",
            (await Sample.RequestAsync("both-ways", $"await client.AddOrderAsync(new Order {{ {Members} }});", "{}")).Body
        );

    [Theory]
    [InlineData("""{"kind":"order"}""")]
    [InlineData("""{"lines":[{}],"note":null,"kind":"order"}""")]
    [InlineData("""{"customer":"Ann","remark":null,"id":"1","lines":[],"note":"n","extra":null,"state":"open","kind":"order"}""")]
    public async Task What_a_response_leaves_out_is_neither_missed_nor_written_back(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("both-ways", "Order", json));

    [Fact]
    public async Task What_a_response_leaves_out_reads_as_empty() =>
        Assert.Equal(
            "|0||0",
            await Sample.RunAsync(
                "both-ways",
                """var order = (await client.ListOrdersAsync())[0]; return $"{order.Customer}|{order.Lines.Count}|{order.Note}|{order.Created.Ticks}";""",
                "[{}]"
            )
        );

    [Fact]
    public async Task A_test_can_construct_a_response() =>
        Assert.Equal("7", await Sample.RunAsync("both-ways", $"return new Order {{ Id = \"7\", {Members} }}.Id;"));
}
