using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Account;

public sealed class UserTests : AreaTest
{
    private const string Users = "/api/public/users";

    [Fact]
    public async Task Of_users_that_are_created_each_has_an_outcome_of_its_own()
    {
        var group = Platform.AddGroup("Sales");
        var role = Platform.AddRole(RoleKind.Bot, "Tester");
        Platform.AddUser("known@example.com");
        var answer = (
            await Admin.PostAsync(
                Users,
                $$$"""
                {"users":[
                  {"userInfo":{"emailId":"a@example.com","firstName":"Ann"},"groups":["{{{group.Id}}}"],"roles":[{"roleId":"{{{role.Id}}}","botId":"{{{Bot.Id}}}"}]},
                  {"userInfo":{"emailId":"not a mail"}},
                  {"userInfo":{"emailId":"KNOWN@example.com"}},
                  {"userInfo":{"emailId":"b@example.com"},"groups":["e-none"]},
                  {"userInfo":{"emailId":"c@example.com"},"roles":[{"roleId":"none","botId":"{{{Bot.Id}}}"}]},
                  {"userInfo":{"emailId":"d@example.com"},"canCreateBot":false}]}
                """
            )
        ).Success();

        Assert.Equal(["success", "failure", "failure", "failure", "failure", "success"], Outcomes(answer));
        Assert.Equal("INVALID_EMAIL", answer["failedUserDetails"]![1]!["userInfo"]!["reason"]!["errors"]![0]!["msg"]!.GetValue<string>());
        Assert.Equal(400, answer["failedUserDetails"]![1]!["userInfo"]!["reason"]!["errors"]![0]!["code"]!.GetValue<int>());
        Assert.Equal(["known@example.com", "a@example.com", "d@example.com"], Platform.Users.Select(user => user.Email));
        var ann = Platform.Users[1];
        Assert.Equal(("Ann", false, true, true), (ann.FirstName, ann.IsActive, ann.CanCreateBot, ann.IsDeveloper));
        Assert.Equal([group.Id], ann.GroupIds);
        Assert.Equal([new SimulatedRoleAssignment(role.Id, Bot.Id, ann.Id, GroupId: null)], Platform.RoleAssignments);
        Assert.False(Platform.Users[2].CanCreateBot);
    }

    [Fact]
    public async Task Users_are_updated_by_mail_or_id_and_rights_that_are_left_out_come_back()
    {
        var group = Platform.AddGroup("Sales");
        Platform.AddUser("a@example.com", "org-1");
        await UpdateAsync(
            $$$"""{"userInfo":{"emailId":"a@example.com"},"canCreateBot":false,"isDeveloper":false,"groups":{"addTo":["{{{group.Id}}}"]}}"""
        );
        var user = Assert.Single(Platform.Users);
        Assert.Equal((false, false), (user.CanCreateBot, user.IsDeveloper));
        Assert.Equal([group.Id], user.GroupIds);

        await UpdateAsync($$$"""{"userInfo":{"orgUserId":"org-1","lastName":"Lee"},"groups":{"removeFrom":["{{{group.Id}}}"]}}""");

        user = Assert.Single(Platform.Users);
        Assert.Equal((true, true, "Lee"), (user.CanCreateBot, user.IsDeveloper, user.LastName));
        Assert.Empty(user.GroupIds);
    }

    [Fact]
    public async Task An_update_of_nobody_fails_for_that_user_alone()
    {
        Platform.AddUser("a@example.com");
        var answer = (
            await Admin.SendAsync(
                "PUT",
                Users,
                """{"users":[{"userInfo":{}},{"userInfo":{"emailId":"b@example.com"}},{"userInfo":{"emailId":"a@example.com"}}]}"""
            )
        ).Success();

        Assert.Equal(["failure", "failure", "success"], Outcomes(answer));
    }

    [Fact]
    public async Task Removals_tell_of_those_that_failed_in_the_form_of_a_whole_error()
    {
        Platform.AddUser("a@example.com");
        Platform.AddUser("b@example.com", "org-2");
        var answer = (
            await Admin.SendAsync("DELETE", Users, """{"deleteEmailIds":["a@example.com","x@example.com"],"orgUserIds":["org-2"]}""")
        ).Success();

        var failure = Assert.Single(answer["failedUserDetails"]!.AsArray())!;
        Assert.Equal("x@example.com", failure["emailId"]!.GetValue<string>());
        Assert.Equal(
            (400, "BadRequest"),
            (failure["reason"]!["statusCode"]!.GetValue<int>(), failure["reason"]!["name"]!.GetValue<string>())
        );
        Assert.Equal(2, answer["total"]!.GetValue<int>());
        Assert.Empty(Platform.Users);
    }

    [Fact]
    public async Task Where_nobody_could_be_removed_the_answer_has_the_failures_only()
    {
        var answer = (await Admin.SendAsync("DELETE", Users, """{"deleteEmailIds":["x@example.com"]}""")).Success();

        Assert.Equal(["failedUserDetails"], answer.AsObject().Select(member => member.Key));
        (await Admin.SendAsync("DELETE", Users, "{}")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Users_are_found_by_mail_and_state()
    {
        Platform.AddUser("a@example.com");
        await Admin.PostAsync(Users, """{"users":[{"userInfo":{"emailId":"new@example.com"}}]}""");

        Assert.Equal(["active", "not active", "failure"], await StatesAsync("all"));
        Assert.Equal(["active", "failure", "failure"], await StatesAsync("active"));
        Assert.Equal(["failure", "not active", "failure"], await StatesAsync("not active"));

        async Task<IEnumerable<string>> StatesAsync(string status)
        {
            var body = $$"""{"emailIds":["a@example.com","new@example.com","x@example.com"],"status":"{{status}}"}""";
            var answer = (await Admin.PostAsync("/api/public/usersInfo", body)).Success();
            return answer.AsArray().Select(user => user!["userInfo"]!["status"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("""{"emailIds":["a@example.com"],"canCreateBot":true,"isDeveloper":false}""", HttpStatusCode.Forbidden, "canCreateBot")]
    [InlineData("""{"emailIds":[],"isDeveloper":false}""", HttpStatusCode.BadRequest, "/emailIds")]
    [InlineData("""{"emailIds":["a@example.com","x@example.com"],"isDeveloper":false}""", HttpStatusCode.BadRequest, "<<x@example.com>>")]
    [InlineData("""{"emailIds":["a@example.com","x"],"isDeveloper":false}""", HttpStatusCode.BadRequest, "<<x>>")]
    public async Task Access_is_changed_for_all_or_nobody(string body, HttpStatusCode status, string reason)
    {
        Platform.AddUser("a@example.com");

        Assert.Contains(reason, (await Admin.PostAsync("/api/public/useraccess", body)).Refusal(status), StringComparison.Ordinal);
        Assert.True(Platform.Users[0].IsDeveloper);
    }

    [Fact]
    public async Task Access_that_is_left_out_stays()
    {
        Platform.AddUser("a@example.com");
        var answer = (await Admin.PostAsync("/api/public/useraccess", """{"emailIds":["a@example.com"],"canCreateBot":false}""")).Success();

        Assert.Equal("""["SUCCESS"]""", answer.ToJsonString());
        Assert.Equal((false, true), (Platform.Users[0].CanCreateBot, Platform.Users[0].IsDeveloper));
    }

    private static IEnumerable<string> Outcomes(JsonNode answer) =>
        answer["failedUserDetails"]!.AsArray().Select(detail => detail!["userInfo"]!["status"]!.GetValue<string>());

    private async Task UpdateAsync(string user) =>
        Assert.Equal(["success"], Outcomes((await Admin.SendAsync("PUT", Users, $$"""{"users":[{{user}}]}""")).Success()));
}
