using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>What an import of roles takes, refuses and keeps.</summary>
public sealed class RoleImportTests : AreaTest
{
    [Theory]
    [InlineData("""[{"role":"A","permissions":{"Logs":"YES","Logs":"NO"}}]""")]
    [InlineData("""[{"role":"A","role":"B"}]""")]
    [InlineData("""[{"role":"\ud800"}]""")]
    [InlineData("""[{"role":"A","rDesc":"\udc00"}]""")]
    [InlineData("""[{"role":"A","permissions":{"\ud800":"YES"}}]""")]
    [InlineData("""[{"role":null}]""")]
    [InlineData("""{"role":"A"}""")]
    [InlineData("")]
    [InlineData("[")]
    public async Task A_file_that_cannot_be_read_in_one_way_is_refused(string content)
    {
        Assert.Equal(
            "The body is not valid at /fileId: the file is not a JSON list of roles, as an export answers it.",
            (await ImportAsync("admin", content)).Refusal(HttpStatusCode.BadRequest)
        );
        Assert.Empty(Platform.Roles);
    }

    [Fact]
    public async Task A_file_with_one_role_that_cannot_be_read_changes_nothing()
    {
        Platform.AddRole(RoleKind.Admin, "A", "Logs");

        (await ImportAsync("admin", """[{"role":"A"},{"role":"B","rDesc":5}]""")).Refusal(HttpStatusCode.BadRequest);

        Assert.Equal(["Logs"], Assert.Single(Platform.Roles).Permissions.Keys);
    }

    [Fact]
    public async Task A_role_that_is_in_the_file_twice_is_one_role_with_the_later_permissions()
    {
        var answer = (
            await ImportAsync("admin", """[{"role":"A","permissions":{"Logs":"NO"}},{"role":"A","permissions":{"Logs":"YES"}}]""")
        ).Success();

        var role = Assert.Single(Platform.Roles);
        Assert.Equal([role.Id, role.Id], Texts(answer, "_id"));
        Assert.Equal("\"YES\"", role.Permissions["Logs"].GetRawText());
    }

    [Fact]
    public async Task Of_imports_at_the_same_time_one_creates_the_role()
    {
        var file = await UploadAsync("""[{"role":"A"}]""");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Admin.PostAsync("/api/public/roles/import?roleType=bot", $$"""{"fileId":"{{file}}"}"""))
        );

        Assert.Single(Platform.Roles);
        Assert.Single(replies.Select(reply => reply.Success()[0]!["_id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_imported_role_keeps_its_id_its_holders_and_the_time_of_its_creation()
    {
        var role = Platform.AddRole(RoleKind.Admin, "Auditor", "Logs");
        Platform.AddUser("a@example.com");
        await Admin.PostAsync("/api/public/adminroles/assignments/", $$"""[{"roleId":"{{role.Id}}","addUsers":["a@example.com"]}]""");
        Clock.Advance(TimeSpan.FromHours(1));

        var answer = (await ImportAsync("admin", """[{"_id":"other","role":"Auditor","rDesc":"reads"}]""")).Success()[0]!;

        Assert.Equal(role.Id, answer["_id"]!.GetValue<string>());
        Assert.Equal(
            ("2026-03-01T12:00:00.000Z", "2026-03-01T13:00:00.000Z"),
            (answer["createdDate"]!.GetValue<string>(), answer["modifiedDate"]!.GetValue<string>())
        );
        Assert.Equal("reads", Assert.Single(Platform.Roles).Description);
        Assert.Equal(role.Id, Assert.Single(Platform.RoleAssignments).RoleId);
    }

    [Fact]
    public async Task A_file_without_roles_is_taken_and_removes_none()
    {
        Platform.AddRole(RoleKind.Bot, "Tester");

        Assert.Empty((await ImportAsync("bot", "[]")).Success().AsArray());
        Assert.Single(Platform.Roles);
    }

    [Theory]
    [InlineData("?roleType=bot", """{"fileId":"none"}""", "at /fileId: there is no uploaded file 'none'")]
    [InlineData("?roleType=bot", """{}""", "at /fileId: it is required")]
    [InlineData("?roleType=bot", """{"fileId":7}""", "at /fileId: a string is expected")]
    [InlineData("", """{"fileId":"none"}""", "'roleType' is missing")]
    [InlineData("?roleType=Bot", """{"fileId":"none"}""", "'roleType' is not valid: one of 'admin', 'bot' is expected")]
    [InlineData("?roleType=bot&fullImport=yes", """{"fileId":"none"}""", "'fullImport' is not valid: true or false is expected")]
    public async Task An_import_that_the_document_does_not_allow_is_refused(string query, string body, string reason) =>
        Assert.Contains(
            reason,
            (await Admin.PostAsync("/api/public/roles/import" + query, body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task What_is_exported_is_imported_unchanged()
    {
        var content = """[{"role":"Größe \"1\"","rDesc":"","permissions":{"a/b":["VIEW","EDIT"],"":"YES"}}]""";
        (await ImportAsync("bot", content)).Success();

        var export = (await Admin.GetAsync("/api/public/roles/export?roleType=bot")).Success();
        (await ImportAsync("bot", export.ToJsonString())).Success();

        Assert.True(JsonNode.DeepEquals(export, (await Admin.GetAsync("/api/public/roles/export?roleType=bot")).Success()));
        Assert.Empty((await Admin.GetAsync("/api/public/roles/export?roleType=admin")).Success().AsArray());
    }

    private async Task<TestCaller.Reply> ImportAsync(string kind, string content) =>
        await Admin.PostAsync($"/api/public/roles/import?roleType={kind}", $$"""{"fileId":"{{await UploadAsync(content)}}"}""");
}
