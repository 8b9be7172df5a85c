using System.Net;

namespace KoreXo.Simulator.Tests.Account;

public sealed class RoleTests : AreaTest
{
    [Fact]
    public async Task Exported_roles_are_imported_by_kind_and_name()
    {
        Platform.AddRole(RoleKind.Bot, "Tester", "Bot Settings / General");
        var kept = Platform.AddRole(RoleKind.Admin, "Tester", "Logs");
        var export = (await Admin.GetAsync("/api/public/roles/export?roleType=bot")).Text;
        var file = await UploadAsync(export.Replace("Tester", "Reviewer", StringComparison.Ordinal));
        (await Admin.PostAsync("/api/public/roles/import?roleType=bot", $$"""{"fileId":"{{file}}"}""")).Success();
        (await Admin.PostAsync("/api/public/roles/import?roleType=bot", $$"""{"fileId":"{{file}}"}""")).Success();

        Assert.Equal(["Tester", "Tester", "Reviewer"], Platform.Roles.Select(role => role.Name));
        Assert.Equal("""["FULL"]""", Platform.Roles[2].Permissions["Bot Settings / General"].GetRawText());
        Assert.Equal("\"YES\"", kept.Permissions["Logs"].GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"role\":1}]")]
    [InlineData("no JSON")]
    public async Task A_file_that_is_no_export_is_refused(string content)
    {
        var file = await UploadAsync(content);

        Assert.Contains(
            "not a JSON list of roles",
            (await Admin.PostAsync("/api/public/roles/import?roleType=bot", $$"""{"fileId":"{{file}}"}""")).Refusal(
                HttpStatusCode.BadRequest
            ),
            StringComparison.Ordinal
        );
        Assert.Empty(Platform.Roles);
    }

    [Fact]
    public async Task Only_lists_of_bot_roles_have_ids()
    {
        Platform.AddRole(RoleKind.Bot, "B");
        Platform.AddRole(RoleKind.Admin, "A");
        Platform.AddRole(RoleKind.Admin, "A2");

        var bot = (await Admin.GetAsync("/api/public/roles?roleType=bot")).Success();
        var admin = (await Admin.GetAsync("/api/public/roles?roleType=admin&limit=1")).Success();

        Assert.NotNull(bot["roles"]![0]!["_id"]);
        Assert.Null(admin["roles"]![0]!["_id"]);
        Assert.Equal(
            (2, true, 1),
            (admin["total"]!.GetValue<int>(), admin["availableMore"]!.GetValue<bool>(), admin["roles"]!.AsArray().Count)
        );
    }

    [Fact]
    public async Task Roles_are_held_by_oneself_and_through_groups()
    {
        var role = Platform.AddRole(RoleKind.Bot, "Tester");
        var group = Platform.AddGroup("Sales");
        Platform.AddUser("a@example.com");
        await Admin.SendAsync(
            "PUT",
            "/api/public/users",
            $$$"""{"users":[{"userInfo":{"emailId":"a@example.com"},"groups":{"addTo":["{{{group.Id}}}"]}}]}"""
        );
        var answer = (
            await AssignAsync(
                "bt",
                $$"""[{"roleId":"{{role.Id}}","botId":"{{Bot.Id}}","addUsers":["a@example.com"],"addGroups":["Sales"]}]"""
            )
        ).Success();
        Assert.Equal("""[{"status":"success "}]""", answer.ToJsonString());

        var held = (await Admin.GetAsync("/api/public/alluserroles")).Success()["users"]![0]!["btRoles"]!;
        Assert.Equal(role.Id, held[0]!["roleId"]!.GetValue<string>());
        Assert.Equal(group.Id, held[0]!["groups"]![0]!.GetValue<string>());

        (
            await AssignAsync(
                "bt",
                $$"""[{"roleId":"{{role.Id}}","botId":"{{Bot.Id}}","removeUsers":["a@example.com"],"removeGroups":["Sales"]}]"""
            )
        ).Success();
        Assert.Empty(Platform.RoleAssignments);
    }

    [Theory]
    [InlineData("""{"roleId":"none","botId":"<bot>"}""", "/1/roleId")]
    [InlineData("""{"roleId":"<admin>","botId":"<bot>"}""", "/1/roleId")]
    [InlineData("""{"roleId":"<role>","botId":"none"}""", "/1/botId")]
    [InlineData("""{"roleId":"<role>","botId":"<bot>","addUsers":["x@example.com"]}""", "/1/addUsers")]
    [InlineData("""{"roleId":"<role>","botId":"<bot>","removeOrgUserIds":["x"]}""", "/1/removeOrgUserIds")]
    [InlineData("""{"roleId":"<role>","botId":"<bot>","addGroups":["none"]}""", "/1/addGroups")]
    public async Task An_element_that_cannot_be_done_refuses_the_whole_call(string element, string pointer)
    {
        var role = Platform.AddRole(RoleKind.Bot, "Tester").Id;
        var admin = Platform.AddRole(RoleKind.Admin, "Auditor").Id;
        Platform.AddUser("a@example.com");
        var good = $$"""{"roleId":"{{role}}","botId":"{{Bot.Id}}","addUsers":["a@example.com"]}""";
        var bad = element
            .Replace("<role>", role, StringComparison.Ordinal)
            .Replace("<admin>", admin, StringComparison.Ordinal)
            .Replace("<bot>", Bot.Id, StringComparison.Ordinal);

        Assert.Contains(pointer, (await AssignAsync("bt", $"[{good},{bad}]")).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty(Platform.RoleAssignments);
    }

    [Fact]
    public async Task Removing_a_user_withdraws_the_roles()
    {
        var role = Platform.AddRole(RoleKind.Admin, "Auditor");
        Platform.AddUser("a@example.com", "org-1");
        var answer = (await AssignAsync("admin", $$"""[{"roleId":"{{role.Id}}","addOrgUserIds":["org-1"]}]""")).Success();
        Assert.Equal(role.Id, answer[0]!["roleId"]!.GetValue<string>());
        Assert.Single(Platform.RoleAssignments);

        (await Admin.SendAsync("DELETE", "/api/public/users", """{"orgUserIds":["org-1"]}""")).Success();

        Assert.Empty(Platform.RoleAssignments);
    }

    private Task<TestCaller.Reply> AssignAsync(string kind, string body) => Admin.PostAsync($"/api/public/{kind}roles/assignments/", body);
}
