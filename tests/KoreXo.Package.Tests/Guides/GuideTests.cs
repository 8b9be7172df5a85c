namespace KoreXo.Package.Tests.Guides;

/// <summary>A stranger reads the guides and does what they say, to the last line.</summary>
public sealed class GuideTests
{
    [Theory]
    [InlineData("install")]
    [InlineData("aspnetcore")]
    [InlineData("many-processes")]
    [InlineData("moving")]
    [InlineData("testing")]
    public async Task A_guide_leads_where_it_says(string name)
    {
        await using var account = await SimulatedAccount.StartAsync();
        await Guide.FollowAsync(name, account.Variables);
    }

    [Fact]
    public async Task An_API_of_ones_own_is_called_with_pages_and_jobs()
    {
        await using var shop = await Shop.StartAsync();

        await Guide.FollowAsync("foreign-documents", shop.Variables);

        Assert.Equal(["orders.write", "orders.read", "orders.export"], shop.RequestedScopes.Distinct());
    }
}
