using KoreXo.Simulator.Account;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>What has the form of an email address.</summary>
public sealed class MailAddressTests : AreaTest
{
    [Theory]
    [InlineData("a@b.c", true)]
    [InlineData("first.last+tag@sub.example.com", true)]
    [InlineData("ü@größe.example", true)]
    [InlineData("a@b..c", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("@b.c", false)]
    [InlineData("a@", false)]
    [InlineData("a@b", false)]
    [InlineData("a@.c", false)]
    [InlineData("a@b.", false)]
    [InlineData("a@b@c.d", false)]
    [InlineData("a b@c.d", false)]
    [InlineData("a@b.c\n", false)]
    [InlineData("a@b.c\u00a0", false)]
    public void An_address_has_one_at_sign_and_a_dot_within_its_host(string text, bool expected) =>
        Assert.Equal(expected, AccountDirectory.IsMail(text));

    [Fact]
    public async Task A_very_long_address_is_judged_like_a_short_one()
    {
        var mail = "a@" + new string('.', 200_000) + "@";

        var answer = (await Admin.PostAsync("/api/public/users", $$$"""{"users":[{"userInfo":{"emailId":"{{{mail}}}"}}]}""")).Success();

        Assert.Equal("INVALID_EMAIL", answer["failedUserDetails"]![0]!["userInfo"]!["reason"]!["errors"]![0]!["msg"]!.GetValue<string>());
    }
}
