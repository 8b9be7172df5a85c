using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>The lists of bots, groups and users of an account, and the pages that they come in.</summary>
public sealed class AccountListTests : AreaTest
{
    [Theory]
    [InlineData("?limit=2", new[] { "G0", "G1" }, true)]
    [InlineData("?offset=1&limit=2", new[] { "G2", "G3" }, true)]
    [InlineData("?offset=2&limit=2", new[] { "G4" }, false)]
    [InlineData("?offset=3&limit=2", new string[0], false)]
    [InlineData("?offset=9223372036854775807&limit=50", new string[0], false)]
    [InlineData("", new[] { "G0", "G1", "G2", "G3", "G4" }, false)]
    public async Task The_offset_of_groups_is_the_number_of_a_page(string query, string[] names, bool more)
    {
        for (var number = 0; number < 5; number++)
        {
            Platform.AddGroup($"G{number}");
        }

        var page = (await Admin.GetAsync("/api/public/groups" + query)).Success();

        Assert.Equal(names, Texts(page["groups"], "gN"));
        Assert.Equal((5, more), (page["total"]!.GetValue<int>(), page["availableMore"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("?offset=1&limit=2", new[] { "B1", "B2" }, true)]
    [InlineData("?offset=2&limit=2", new[] { "B2", "B3" }, false)]
    [InlineData("?offset=4", new string[0], false)]
    public async Task The_offset_of_bots_is_the_number_of_a_bot(string query, string[] names, bool more)
    {
        for (var number = 1; number < 4; number++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            Platform.AddBot($"B{number}");
        }

        var page = (await Admin.GetAsync("/api/public/bots" + query)).Success();

        Assert.Equal(names, Texts(page["bots"], "name"));
        Assert.Equal((4, more), (page["total"]!.GetValue<int>(), page["availableMore"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("/api/public/groups?limit=0", "'limit' is not valid: it is below 1")]
    [InlineData("/api/public/groups?limit=51", "'limit' is not valid: it is above 50")]
    [InlineData("/api/public/groups?offset=-1", "'offset' is not valid: it is below 0")]
    [InlineData("/api/public/groups?limit=1e1x", "'limit' is not valid: an integer")]
    [InlineData("/api/public/bots?limit=51", "'limit' is not valid: it is above 50")]
    [InlineData("/api/public/bots?offset=1&offset=2", "'offset' is given more than once")]
    [InlineData("/api/public/bots?page=1", "'page' is not known")]
    [InlineData("/api/public/roles?roleType=admin&limit=51", "'limit' is not valid: it is above 50")]
    [InlineData("/api/public/roles?roleType=admin&offset=1", "'offset' is not known")]
    [InlineData("/api/public/roles", "'roleType' is missing")]
    [InlineData("/api/public/roles/export?roleType=", "'roleType' is not valid: one of 'admin', 'bot' is expected")]
    [InlineData("/api/public/alluserroles?limit=0", "'limit' is not valid: it is below 1")]
    public async Task A_page_that_the_document_does_not_allow_is_refused(string target, string reason) =>
        Assert.Contains(reason, (await Admin.GetAsync(target)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task A_group_lists_its_members_and_whether_they_are_active()
    {
        var group = Platform.AddGroup("Sales", "They sell");
        Platform.AddUser("a@example.com", firstName: "Ann");
        await UpdateAsync("a@example.com", group);
        await Admin.PostAsync(
            "/api/public/users",
            $$$"""{"users":[{"userInfo":{"emailId":"new@example.com"},"groups":["{{{group.Id}}}","{{{group.Id}}}"]}]}"""
        );

        var listed = (await Admin.GetAsync("/api/public/groups")).Success()["groups"]![0]!;

        Assert.Equal(
            ("They sell", 2, group.Id),
            (listed["gDesc"]!.GetValue<string>(), listed["userCount"]!.GetValue<int>(), listed["_id"]!.GetValue<string>())
        );
        Assert.Equal(["a@example.com", "new@example.com"], Texts(listed["users"], "emailId"));
        Assert.Equal(["active", "pending"], Texts(listed["users"], "activationStatus"));
        Assert.True(listed["users"]![0]!.AsObject().ContainsKey("jTitle"));
    }

    [Fact]
    public async Task The_secrets_in_the_list_of_bots_are_those_of_its_own_kind_of_app()
    {
        var platform = Platform.AddApp(AppKind.Platform);
        platform.EnforceJti = true;
        var admin = Platform.AddApp(AppKind.Admin);
        var data = Platform.AddApp(AppKind.Data);

        var reply = await Admin.GetAsync("/api/public/bots");

        var app = reply.Success()["bots"]![0]!["jwtApps"]!
            .AsArray()
            .Single(app => app!["clientId"]!.GetValue<string>() == platform.ClientId)!;
        Assert.Equal((platform.ClientSecret, true), (app["clientSecret"]!.GetValue<string>(), app["jtiClaimEnforced"]!.GetValue<bool>()));
        Assert.All([admin, data], other => Assert.DoesNotContain(other.ClientId, reply.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_roles_of_users_is_cut_off_and_says_so()
    {
        Platform.AddUser("a@example.com", "org-1");
        Platform.AddUser("b@example.com");

        var first = (await Admin.GetAsync("/api/public/alluserroles?limit=1")).Success();
        var all = (await Admin.GetAsync("/api/public/alluserroles?limit=9223372036854775807")).Success();

        Assert.Equal((2, true), (first["total"]!.GetValue<int>(), first["availableMore"]!.GetValue<bool>()));
        Assert.Equal(["a@example.com"], Texts(first["users"], "username"));
        Assert.Equal(["org-1", null], all["users"]!.AsArray().Select(user => user!["orgUserId"]?.GetValue<string>()));
        Assert.False(all["users"]![1]!.AsObject().ContainsKey("orgUserId"));
    }

    [Fact]
    public async Task A_role_that_reaches_a_user_in_three_ways_is_listed_once_with_its_groups()
    {
        var (sales, support) = (Platform.AddGroup("Sales"), Platform.AddGroup("Support"));
        var role = Platform.AddRole(RoleKind.Bot, "Tester");
        Platform.AddUser("a@example.com");
        await UpdateAsync("a@example.com", sales, support);
        var body = $$"""
            [{"roleId":"{{role.Id}}","botId":"{{Bot.Id}}","addUsers":["a@example.com"],"addGroups":["Sales","Support"]}]
            """;
        (await Admin.PostAsync("/api/public/btroles/assignments/", body)).Success();

        var held = Assert.Single((await Admin.GetAsync("/api/public/alluserroles")).Success()["users"]![0]!["btRoles"]!.AsArray())!;

        Assert.Equal(
            ("Tester", Bot.Id, "Travel"),
            (held["roleName"]!.GetValue<string>(), held["botId"]!.GetValue<string>(), held["botName"]!.GetValue<string>())
        );
        Assert.Equal([sales.Id, support.Id], held["groups"]!.AsArray().Select(group => group!.GetValue<string>()));
    }

    [Fact]
    public async Task Details_of_a_user_have_groups_and_roles_and_the_last_login_only_of_those_who_had_one()
    {
        var group = Platform.AddGroup("Sales");
        Platform.AddUser("a@example.com", firstName: "Ann");
        await UpdateAsync("a@example.com", group);
        await Admin.PostAsync("/api/public/users", """{"users":[{"userInfo":{"emailId":"new@example.com"}}]}""");

        var users = (await Admin.PostAsync("/api/public/usersInfo", """{"emailIds":["A@example.com","new@example.com"]}""")).Success();

        Assert.Equal(("a@example.com", "Ann"), (Info(users, 0, "emailId"), Info(users, 0, "firstName")));
        Assert.Equal(("2026-03-01T12:00:00.000Z", null), (Info(users, 0, "lastLogin"), Info(users, 1, "lastLogin")));
        Assert.Equal(["Sales"], Texts(users[0]!["groups"], "groupName"));
        Assert.Empty(users[1]!["groups"]!.AsArray());
    }

    [Theory]
    [InlineData("{}", "at /emailIds: it is required")]
    [InlineData("""{"emailIds":"a@example.com"}""", "at /emailIds: an array is expected")]
    [InlineData("""{"emailIds":[],"status":"inactive"}""", "at /status: one of 'active', 'not active', 'all' is expected")]
    public async Task A_request_for_details_of_another_form_is_refused(string body, string reason) =>
        Assert.Contains(
            reason,
            (await Admin.PostAsync("/api/public/usersInfo", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    private static string? Info(JsonNode users, int index, string member) => users[index]!["userInfo"]![member]?.GetValue<string>();

    private async Task UpdateAsync(string mail, params SimulatedGroup[] groups)
    {
        var ids = string.Join("\",\"", groups.Select(group => group.Id));
        (
            await Admin.SendAsync(
                "PUT",
                "/api/public/users",
                $$$"""{"users":[{"userInfo":{"emailId":"{{{mail}}}"},"groups":{"addTo":["{{{ids}}}"]}}]}"""
            )
        ).Success();
    }
}
