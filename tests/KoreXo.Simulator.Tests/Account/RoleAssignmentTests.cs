using System.Net;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>Who holds a role after roles were assigned and withdrawn.</summary>
public sealed class RoleAssignmentTests : AreaTest
{
    private const string AdminRoles = "/api/public/adminroles/assignments/";

    private SimulatedRole _role = null!;
    private SimulatedUser _user = null!;

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _role = Platform.AddRole(RoleKind.Admin, "Auditor");
        _user = Platform.AddUser("a@example.com", "org-1");
    }

    // The platform's sample of this request has lists with one empty string for what is not to be changed.
    [Fact]
    public async Task An_empty_name_is_nobody()
    {
        var role = Platform.AddRole(RoleKind.Bot, "Tester");
        var body = $$"""
            [{"roleId":"{{role.Id}}","botId":"{{Bot.Id}}","addUsers":["a@example.com"],"addOrgUserIds":[""],
              "removeUsers":[""],"removeOrgUserIds":[""],"addGroups":[""],"removeGroups":[""]}]
            """;

        (await Admin.PostAsync("/api/public/btroles/assignments/", body)).Success();

        Assert.Equal([new SimulatedRoleAssignment(role.Id, Bot.Id, _user.Id, GroupId: null)], Platform.RoleAssignments);
    }

    [Fact]
    public async Task A_role_that_is_assigned_again_is_held_once()
    {
        await AssignAsync("\"addUsers\":[\"a@example.com\"]");
        await AssignAsync("\"addUsers\":[\"A@Example.com\"],\"addOrgUserIds\":[\"org-1\"]");

        Assert.Equal(_user.Id, Assert.Single(Platform.RoleAssignments).UserId);
    }

    [Fact]
    public async Task What_is_removed_in_the_same_element_is_removed_last()
    {
        await AssignAsync("\"removeUsers\":[\"a@example.com\"],\"addUsers\":[\"a@example.com\"]");

        Assert.Empty(Platform.RoleAssignments);
    }

    [Fact]
    public async Task To_withdraw_a_role_that_nobody_holds_succeeds() => await AssignAsync("\"removeOrgUserIds\":[\"org-1\"]");

    [Fact]
    public async Task Results_are_in_the_order_of_the_elements()
    {
        var other = Platform.AddRole(RoleKind.Admin, "Owner");

        var answer = (
            await Admin.PostAsync(AdminRoles, $$"""[{"roleId":"{{other.Id}}"},{"roleId":"{{_role.Id}}"},{"roleId":"{{other.Id}}"}]""")
        ).Success();

        Assert.Equal([other.Id, _role.Id, other.Id], Texts(answer, "roleId"));
        Assert.All(answer.AsArray(), result => Assert.Equal("success", result!["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_group_grants_its_role_to_those_who_are_in_it()
    {
        var group = Platform.AddGroup("Größe");
        await AssignAsync("\"addGroups\":[\"Größe\"]");
        Assert.Empty(await HeldAsync());

        await Admin.SendAsync(
            "PUT",
            "/api/public/users",
            $$$"""{"users":[{"userInfo":{"orgUserId":"org-1"},"groups":{"addTo":["{{{group.Id}}}"]}}]}"""
        );

        Assert.Equal(["Auditor"], await HeldAsync());
    }

    [Theory]
    [InlineData("[{}]", "at /0/roleId: it is required")]
    [InlineData("{}", "an array is expected")]
    [InlineData("null", "an array is expected")]
    [InlineData("""[{"roleId":null}]""", "at /0/roleId: a string is expected")]
    [InlineData("""[{"roleId":"<role>","addUsers":"a@example.com"}]""", "at /0/addUsers: an array is expected")]
    [InlineData("""[{"roleId":"<role>","addUsers":[null]}]""", "at /0/addUsers/0: a string is expected")]
    [InlineData("""[{"roleId":"<role>","addUsers":["org-1"]}]""", "at /0/addUsers: there is no user 'org-1'")]
    [InlineData("""[{"roleId":"<role>"},{"roleId":"<role>","addGroups":["e-1"]}]""", "at /1/addGroups: there is no group 'e-1'")]
    public async Task A_body_of_another_form_is_refused(string body, string reason)
    {
        var reply = await Admin.PostAsync(AdminRoles, body.Replace("<role>", _role.Id, StringComparison.Ordinal));

        Assert.Contains(reason, reply.Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty(Platform.RoleAssignments);
    }

    [Fact]
    public async Task An_admin_role_is_held_in_no_bot()
    {
        await AssignAsync("\"botId\":\"none\",\"addUsers\":[\"a@example.com\"]");

        Assert.Equal([new SimulatedRoleAssignment(_role.Id, BotId: null, _user.Id, GroupId: null)], Platform.RoleAssignments);
    }

    [Fact]
    public async Task The_path_ends_with_a_slash() =>
        (await Admin.PostAsync(AdminRoles.TrimEnd('/'), "[]")).Refusal(HttpStatusCode.NotFound);

    private async Task AssignAsync(string members) =>
        (await Admin.PostAsync(AdminRoles, $$"""[{"roleId":"{{_role.Id}}",{{members}}}]""")).Success();

    private async Task<IEnumerable<string>> HeldAsync() =>
        Texts((await Admin.GetAsync("/api/public/alluserroles")).Success()["users"]![0]!["adminRoles"], "roleName");
}
