using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>What creating and updating users changes, and what it leaves alone.</summary>
public sealed class UserChangeTests : AreaTest
{
    private const string Users = "/api/public/users";

    [Theory]
    [InlineData("{}", "at /users: it is required")]
    [InlineData("""{"users":{}}""", "at /users: an array is expected")]
    [InlineData("""{"users":[{}]}""", "at /users/0/userInfo: it is required")]
    [InlineData("""{"users":[{"userInfo":{}}]}""", "at /users/0/userInfo/emailId: it is required")]
    [InlineData("""{"users":[{"userInfo":{"emailId":5}}]}""", "at /users/0/userInfo/emailId: a string is expected")]
    [InlineData("""{"users":[{"userInfo":{"emailId":"a@b.c"},"groups":{}}]}""", "at /users/0/groups: an array is expected")]
    [InlineData("""{"users":[{"userInfo":{"emailId":"a@b.c"},"roles":[{"roleId":"r"}]}]}""", "at /users/0/roles/0/botId: it is required")]
    [InlineData(
        """{"users":[{"userInfo":{"emailId":"a@b.c"},"isDeveloper":"yes"}]}""",
        "at /users/0/isDeveloper: true or false is expected"
    )]
    public async Task A_body_of_another_form_creates_nobody(string body, string reason)
    {
        Assert.Contains(reason, (await Admin.PostAsync(Users, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty(Platform.Users);
    }

    [Fact]
    public async Task A_user_who_fails_is_not_created_in_part()
    {
        var role = Platform.AddRole(RoleKind.Bot, "Tester");
        var admin = Platform.AddRole(RoleKind.Admin, "Auditor");
        var answer = (
            await Admin.PostAsync(
                Users,
                $$$"""
                {"users":[
                  {"userInfo":{"emailId":"a@example.com"},"roles":[{"roleId":"{{{role.Id}}}","botId":"{{{Bot.Id}}}"},{"roleId":"{{{admin.Id}}}","botId":"{{{Bot.Id}}}"}]},
                  {"userInfo":{"emailId":"b@example.com"},"roles":[{"roleId":"{{{role.Id}}}","botId":"st-none"}]},
                  {"userInfo":{"emailId":"c@example.com"}},
                  {"userInfo":{"emailId":"C@example.com"}}]}
                """
            )
        ).Success();

        Assert.Equal(
            [
                $"There is no bot role or bot '{admin.Id}'",
                "There is no bot role or bot 'st-none'",
                null,
                "The user is in the account already",
            ],
            Reasons(answer)
        );
        Assert.Equal("1 of 4 users created", answer["msg"]!.GetValue<string>());
        Assert.Equal("c@example.com", Assert.Single(Platform.Users).Email);
        Assert.Empty(Platform.RoleAssignments);
    }

    [Fact]
    public async Task Of_creations_at_the_same_time_one_succeeds()
    {
        const string Body = """{"users":[{"userInfo":{"emailId":"a@example.com"}}]}""";

        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Admin.PostAsync(Users, Body)));

        Assert.Single(replies, reply => Reasons(reply.Success()) is [null]);
        Assert.Single(Platform.Users);
    }

    [Fact]
    public async Task Nobody_is_created_of_nobody() =>
        Assert.Equal(
            """{"msg":"0 of 0 users created","failedUserDetails":[],"moreAvailable":false,"total":0}""",
            (await Admin.PostAsync(Users, """{"users":[]}""")).Success().ToJsonString()
        );

    [Theory]
    [InlineData("""{"addTo":["<a>"],"removeFrom":["<a>"]}""", new[] { "A", "B" })]
    [InlineData("""{"removeFrom":["e-none","<b>"]}""", new string[0])]
    [InlineData("""{"addTo":["<a>","<a>","<b>"]}""", new[] { "A", "B" })]
    [InlineData("{}", new[] { "B" })]
    public async Task Groups_are_removed_before_they_are_added(string groups, string[] names)
    {
        var (a, b) = (Platform.AddGroup("A"), Platform.AddGroup("B"));
        Platform.AddUser("a@example.com");
        await UpdateAsync($$"""{"addTo":["{{b.Id}}"]}""");

        (await UpdateAsync(groups.Replace("<a>", a.Id, StringComparison.Ordinal).Replace("<b>", b.Id, StringComparison.Ordinal))).Success();

        Assert.Equal(names, Platform.Groups.Where(group => Platform.Users[0].GroupIds.Contains(group.Id)).Select(group => group.Name));
    }

    [Fact]
    public async Task An_update_with_a_group_that_is_not_there_changes_nothing_of_the_user()
    {
        var before = Platform.AddUser("a@example.com", firstName: "Ann");

        var answer = (
            await Admin.SendAsync(
                "PUT",
                Users,
                """{"users":[{"userInfo":{"emailId":"a@example.com","firstName":"Eve"},"isDeveloper":false,"groups":{"addTo":["e-none"]}}]}"""
            )
        ).Success();

        Assert.Equal(["There is no group 'e-none'"], Reasons(answer));
        Assert.Same(before, Assert.Single(Platform.Users));
    }

    [Fact]
    public async Task Two_updates_of_one_user_in_one_call_are_both_made()
    {
        Platform.AddUser("a@example.com", "org-1");

        var answer = (
            await Admin.SendAsync(
                "PUT",
                Users,
                """
                {"users":[{"userInfo":{"emailId":"A@EXAMPLE.COM","firstName":"Ann"}},{"userInfo":{"orgUserId":"org-1","lastName":"Lee"}}]}
                """
            )
        ).Success();

        Assert.Equal([null, null], Reasons(answer));
        var user = Assert.Single(Platform.Users);
        Assert.Equal(("a@example.com", "Ann", "Lee"), (user.Email, user.FirstName, user.LastName));
    }

    [Fact]
    public async Task Roles_of_an_update_are_withdrawn_before_they_are_assigned()
    {
        var (kept, gone) = (Platform.AddRole(RoleKind.Bot, "Kept"), Platform.AddRole(RoleKind.Bot, "Gone"));
        var user = Platform.AddUser("a@example.com");
        var (keep, leave) = ($$"""{"roleId":"{{kept.Id}}","botId":"{{Bot.Id}}"}""", $$"""{"roleId":"{{gone.Id}}","botId":"{{Bot.Id}}"}""");
        await UpdateRolesAsync($$"""{"addTo":[{{keep}},{{leave}}]}""");

        await UpdateRolesAsync($$"""{"addTo":[{{keep}}],"removeFrom":[{{leave}},{{keep}},{"roleId":"none","botId":"none"}]}""");

        Assert.Equal([new SimulatedRoleAssignment(kept.Id, Bot.Id, user.Id, GroupId: null)], Platform.RoleAssignments);
    }

    [Theory]
    [InlineData("\"isDeveloper\":false,\"canCreateBot\":false", false, false, false)]
    [InlineData("\"isDeveloper\":false", true, false, false)]
    [InlineData("\"hasDataTableAndViewAccess\":true", true, true, true)]
    [InlineData("\"canCreateBot\":true,\"isDeveloper\":true", true, true, false)]
    [InlineData("\"unknown\":1", true, true, false)]
    public async Task Access_is_set_right_by_right(string rights, bool bots, bool developer, bool tables)
    {
        Platform.AddUser("a@example.com");
        Platform.AddUser("b@example.com");

        (await Admin.PostAsync("/api/public/useraccess", $$"""{"emailIds":["A@example.com","a@example.com"],{{rights}}}""")).Success();

        var (changed, other) = (Platform.Users[0], Platform.Users[1]);
        Assert.Equal((bots, developer, tables), (changed.CanCreateBot, changed.IsDeveloper, changed.HasDataTableAndViewAccess));
        Assert.Equal((true, true, false), (other.CanCreateBot, other.IsDeveloper, other.HasDataTableAndViewAccess));
    }

    private Task<TestCaller.Reply> UpdateAsync(string groups) =>
        Admin.SendAsync("PUT", Users, $$$"""{"users":[{"userInfo":{"emailId":"a@example.com"},"groups":{{{groups}}} }]}""");

    private async Task UpdateRolesAsync(string roles) =>
        Assert.Equal(
            [null],
            Reasons(
                (
                    await Admin.SendAsync("PUT", Users, $$$"""{"users":[{"userInfo":{"emailId":"a@example.com"},"roles":{{{roles}}} }]}""")
                ).Success()
            )
        );

    private static List<string?> Reasons(JsonNode answer) =>
        [
            .. answer["failedUserDetails"]!
                .AsArray()
                .Select(detail => detail!["userInfo"]!["reason"]?["errors"]![0]!["msg"]!.GetValue<string>()),
        ];
}
