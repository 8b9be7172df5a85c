namespace KoreXo.Package.Tests.Guides;

/// <summary>The guides to what the tool does. They take longest, so they are followed while others are.</summary>
public sealed class ToolGuideTests
{
    [Theory]
    [InlineData("least-privilege")]
    [InlineData("simulate-any-document")]
    public async Task A_guide_leads_where_it_says(string name)
    {
        await using var account = await SimulatedAccount.StartAsync();
        await Guide.FollowAsync(name, account.Variables);
    }
}
