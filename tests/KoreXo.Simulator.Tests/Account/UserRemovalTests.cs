using System.Net;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>Whom a removal removes, and what it counts.</summary>
public sealed class UserRemovalTests : AreaTest
{
    private const string Users = "/api/public/users";

    [Theory]
    [InlineData("""{"deleteEmailIds":["a@example.com","a@example.com"]}""")]
    [InlineData("""{"deleteEmailIds":["a@example.com","A@EXAMPLE.COM"]}""")]
    [InlineData("""{"deleteEmailIds":["a@example.com"],"orgUserIds":["org-1"]}""")]
    public async Task A_user_that_is_named_twice_is_removed_once(string body)
    {
        Platform.AddUser("a@example.com", "org-1");
        Platform.AddUser("b@example.com");

        var answer = (await Admin.SendAsync("DELETE", Users, body)).Success();

        Assert.Equal(["msg", "moreAvailable", "total"], answer.AsObject().Select(member => member.Key));
        Assert.Equal(1, answer["total"]!.GetValue<int>());
        Assert.Equal(["b@example.com"], Platform.Users.Select(user => user.Email));
    }

    [Fact]
    public async Task Of_removals_at_the_same_time_each_user_counts_for_one()
    {
        var mails = Enumerable.Range(0, 40).Select(number => Platform.AddUser($"u{number}@example.com").Email).ToList();
        var body = $$"""{"deleteEmailIds":["{{string.Join("\",\"", mails)}}"]}""";

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Admin.SendAsync("DELETE", Users, body)));

        Assert.Equal(40, replies.Sum(reply => reply.Success()["total"]?.GetValue<int>() ?? 0));
        Assert.Empty(Platform.Users);
    }

    [Theory]
    [InlineData("""{"deleteEmailIds":[]}""", "at least one of deleteEmailIds and orgUserIds")]
    [InlineData("""{"deleteEmailIds":null,"orgUserIds":[]}""", "at /deleteEmailIds: an array is expected")]
    [InlineData("""{"deleteEmailIds":"a@example.com"}""", "at /deleteEmailIds: an array is expected")]
    [InlineData("""{"orgUserIds":[1]}""", "at /orgUserIds/0: a string is expected")]
    [InlineData("""["a@example.com"]""", "an object is expected")]
    public async Task A_removal_that_names_nobody_is_refused(string body, string reason)
    {
        Platform.AddUser("a@example.com");

        Assert.Contains(
            reason,
            (await Admin.SendAsync("DELETE", Users, body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Single(Platform.Users);
    }

    [Fact]
    public async Task A_user_without_an_organization_id_is_not_found_by_an_empty_one()
    {
        Platform.AddUser("a@example.com");

        var answer = (await Admin.SendAsync("DELETE", Users, """{"orgUserIds":[""]}""")).Success();

        Assert.Equal("", Assert.Single(answer["failedUserDetails"]!.AsArray())!["emailId"]!.GetValue<string>());
        Assert.Single(Platform.Users);
    }

    [Fact]
    public async Task A_failure_repeats_its_code_and_reason()
    {
        var answer = (await Admin.SendAsync("DELETE", Users, """{"orgUserIds":["none"]}""")).Success();

        Assert.Equal(
            """
            {"failedUserDetails":[{"emailId":"none","reason":{"statusCode":400,"status":400,"customCode":400,"errors":[{"msg":"The user is not in the account","code":400}],"message":"The user is not in the account","name":"BadRequest"}}]}
            """,
            answer.ToJsonString()
        );
    }

    [Fact]
    public async Task A_removed_user_can_be_created_again_without_the_roles_of_before()
    {
        var role = Platform.AddRole(RoleKind.Admin, "Auditor");
        var before = Platform.AddUser("a@example.com");
        await Admin.PostAsync("/api/public/adminroles/assignments/", $$"""[{"roleId":"{{role.Id}}","addUsers":["a@example.com"]}]""");
        await Admin.SendAsync("DELETE", Users, """{"deleteEmailIds":["a@example.com"]}""");

        (await Admin.PostAsync(Users, """{"users":[{"userInfo":{"emailId":"a@example.com"}}]}""")).Success();

        Assert.NotEqual(before.Id, Assert.Single(Platform.Users).Id);
        Assert.Empty(Platform.RoleAssignments);
    }
}
