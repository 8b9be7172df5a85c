using System.Text.Json;

namespace KoreXo.Cli.Tests.Specs;

/// <summary><c>korexo spec diff</c> as a user runs it.</summary>
public sealed class DiffTests
{
    [Fact]
    public async Task One_scope_one_field_and_one_operation_are_told_and_nothing_else()
    {
        using var changed = SpecFolder
            .OfCommitted()
            .Edit(
                "analytics.openapi.yaml",
                "operationId: findIntent\n",
                "            - Intent and Entity Detection\n",
                "            - Intent and Entity Detection\n            - Chat History\n"
            )
            .Edit("data-tables.openapi.yaml", "    DeleteRowsResult:\n", "type: integer", "type: string")
            .Edit("admin.openapi.yaml", "\n  /api/public/roles/export:\n", "operationId: exportRoles", "operationId: exportAllRoles");

        var ended = await Korexo.RunAsync("spec", "diff", SpecFolder.Committed, changed.Path, "--check", "--json");

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal("", ended.Error);
        using var report = JsonDocument.Parse(ended.Output);
        Assert.True(report.RootElement.GetProperty("scopes").GetBoolean());
        Assert.Equal("major", report.RootElement.GetProperty("version").GetString());
        Assert.Equal(
            [
                "admin.openapi.yaml operation exportAllRoles source: `AdminClient.ExportRolesAsync` is renamed to `ExportAllRolesAsync`.",
                "analytics.openapi.yaml scopes findIntent behavior: Callers of `AnalyticsClient.FindIntentAsync` that were granted `Intent and Entity Detection` (platform) must be granted `Intent and Entity Detection` and `Chat History` (platform); KXO1001 reports where it is missing.",
                "data-tables.openapi.yaml field DeleteRowsResult.nDeleted source: `DeleteRowsResult.DeletedCount` is `string` instead of `long`.",
            ],
            report
                .RootElement.GetProperty("changes")
                .EnumerateArray()
                .Select(static change =>
                    $"{change.GetProperty("document")} {change.GetProperty("kind")} {change.GetProperty("subject")} {change.GetProperty("impact")}: {change.GetProperty("effect")}"
                )
        );
    }

    [Fact]
    public async Task Unchanged_documents_have_no_changes()
    {
        using var copy = SpecFolder.OfCommitted();

        var ended = await Korexo.RunAsync("spec", "diff", SpecFolder.Committed, copy.Path, "--check");

        Assert.Equal(0, ended.ExitCode);
        Assert.EndsWith(": no changes.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_places_and_order_of_members_are_no_changes()
    {
        using var copy = SpecFolder
            .OfCommitted()
            .Edit("analytics.openapi.yaml", "operationId: findIntent\n", "x-scopes:", "x-unrelated: true\n      x-scopes:")
            .Edit(
                "analytics.openapi.yaml",
                "info:",
                "Reads what happened",
                "# moved by a line\n  summary: Reads\n  x-old-description: Reads what happened"
            );

        var ended = await Korexo.RunAsync("spec", "diff", SpecFolder.Committed, copy.Path, "--check");

        Assert.Equal("", ended.Error);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task A_removed_operation_is_told_with_the_types_that_go_with_it()
    {
        using var changed = new SpecFolder().Write("shop.openapi.yaml", WithoutOperation("/photos"));

        var ended = await Korexo.RunAsync("spec", "diff", SpecDocuments.PathOf("old/shop.openapi.yaml"), changed.File("shop.openapi.yaml"));

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("1 change, 1 breaking", ended.Output, StringComparison.Ordinal);
        Assert.Contains(
            "`ShopClient.UploadPhotoAsync`, `Photo`, `PhotoSize` and `UploadPhotoRequest` are gone.",
            ended.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_document_on_one_side_only_is_added_or_removed_with_its_operations()
    {
        using var before = SpecFolder.OfCommitted();
        using var after = SpecFolder.OfCommitted();
        File.Delete(before.File("admin.openapi.yaml"));
        File.Delete(after.File("data-tables.openapi.yaml"));

        var ended = await Korexo.RunAsync("spec", "diff", before.Path, after.Path, "--check");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("`AdminClient` is new.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("`DataTablesClient` is gone.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("`listBots`: The operation `GET` `/api/public/bots` is added.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_is_no_longer_needed_fails_a_check_though_nothing_breaks()
    {
        using var changed = new SpecFolder().Write(
            "shop.openapi.yaml",
            Old().Replace("          scopes:\n            - Photos\n", "          scopes: []\n", StringComparison.Ordinal)
        );

        var ended = await Korexo.RunAsync(
            "spec",
            "diff",
            SpecDocuments.PathOf("old/shop.openapi.yaml"),
            changed.File("shop.openapi.yaml"),
            "--check"
        );

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("1 change, 0 breaking, 1 of scopes. The next version is a **minor** one.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_can_be_written_to_a_file()
    {
        using var folder = new SpecFolder();

        var ended = await Korexo.RunAsync(
            "spec",
            "diff",
            SpecDocuments.PathOf("old"),
            SpecDocuments.PathOf("new"),
            "--output",
            folder.File("changes.md")
        );

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.StartsWith("# API changes\n", await File.ReadAllTextAsync(folder.File("changes.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_and_YAML_of_one_document_are_equal()
    {
        using var folder = new SpecFolder();
        var yaml = SpecDocuments.PathOf("old/shop.openapi.yaml");
        folder.Write("shop.json", OpenApi.Text.SpecJson.Write(OpenApi.Text.SpecText.Read(yaml, Old(), CancellationToken.None)));

        var ended = await Korexo.RunAsync("spec", "diff", yaml, folder.File("shop.json"), "--check");

        Assert.Equal(0, ended.ExitCode);
    }

    private static string Old() => File.ReadAllText(SpecDocuments.PathOf("old/shop.openapi.yaml"));

    private static string WithoutOperation(string path)
    {
        var text = Old();
        var start = text.IndexOf($"\n  {path}:\n", StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf("\n  /", start + 1, StringComparison.Ordinal) - start);
    }

    private const string Keys = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        security: [{ key: [] }]
        paths:
          /orders: { get: { operationId: listOrders, security: [{ key: [] }, { token: [] }], responses: { "204": { description: None. } } } }
          /stock: { get: { operationId: getStock, responses: { "204": { description: None. } } } }
        webhooks:
          paid: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }, responses: { "204": { description: Taken. } } } }
          shipped: { post: { requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { "204": { description: Taken. } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: http, scheme: bearer }
        """;

    [Theory]
    [InlineData(
        "security: [{ key: [] }, { token: [] }]",
        "security: [{ token: [] }]",
        "security listOrders behavior: It is authenticated by `token`; previously `key`, or `token`. A client with the credentials of `key` can no longer call it."
    )]
    [InlineData(
        "security: [{ key: [] }, { token: [] }]",
        "security: [{ key: [], token: [] }, { key: [] }, { token: [] }]",
        "security listOrders none: It is authenticated by `key` and `token`, `key`, or `token`; previously `key`, or `token`. Every client that could call it still can."
    )]
    [InlineData(
        "security: [{ key: [] }]\npaths",
        "security: [{ key: [], token: [] }]\npaths",
        "security ShopClient behavior: Operations without a requirement of their own are authenticated by `key` and `token`; previously `key`. A client with the credentials of `key` can no longer call it."
    )]
    [InlineData(
        "name: X-Key",
        "name: X-Api-Key",
        "security ShopClient none: The credential of the security scheme `key` is sent as header `X-Api-Key` instead of as header `X-Key`. `ShopClient` handles this; callers need not change anything."
    )]
    [InlineData(
        "    key: { type: apiKey",
        "    more: { type: apiKey, in: query, name: m }\n    key: { type: apiKey",
        "security ShopClient none: The security scheme `more` is added. Its credential is given as `options.Credentials[\"more\"]` where an operation needs it."
    )]
    [InlineData("  paid: {", "  settled: {", "webhook paid source: The webhook `paid` is removed. `ShopWebhooks.Paid` is gone.")]
    [InlineData("  paid: {", "  settled: {", "webhook settled addition: The webhook `settled` is added. `ShopWebhooks.Settled` is new.")]
    [InlineData(
        "schema: { type: string } } } }",
        "schema: { type: integer } } } }",
        "webhook shipped source: The body changes from `string` to `long`. `ShopWebhooks.Shipped` is `Webhook<long>` instead of `Webhook<string>`."
    )]
    [InlineData(
        "schema: { type: string } } } }, responses: { \"204\": { description: Taken. } }",
        "schema: { type: string } } } }, responses: { \"200\": { description: Taken., content: { application/json: { schema: { type: boolean } } } } }",
        "webhook shipped source: The response changes from nothing to `bool`. `ShopWebhooks.Shipped` is `Webhook<string, bool>` instead of `Webhook<string>`."
    )]
    public async Task Security_and_webhooks_are_compared(string from, string to, string expected)
    {
        using var folder = new SpecFolder()
            .Write("old.yaml", Keys)
            .Write("shop.openapi.yaml", Keys)
            .Edit("shop.openapi.yaml", "", from, to);
        File.Move(folder.File("old.yaml"), Path.Combine(Directory.CreateDirectory(folder.File("before")).FullName, "shop.openapi.yaml"));

        var ended = await Korexo.RunAsync(
            "spec",
            "diff",
            folder.File("before/shop.openapi.yaml"),
            folder.File("shop.openapi.yaml"),
            "--json"
        );

        using var report = JsonDocument.Parse(ended.Output);
        Assert.Contains(
            expected,
            report
                .RootElement.GetProperty("changes")
                .EnumerateArray()
                .Select(static change =>
                    $"{change.GetProperty("kind")} {change.GetProperty("subject")} {change.GetProperty("impact")}: {change.GetProperty("change")} {change.GetProperty("effect")}"
                )
        );
    }

    [Fact]
    public async Task What_an_overlay_makes_of_both_versions_is_compared()
    {
        const string overlay = """
            overlay: 1.0.0
            info: { title: Names, version: "1" }
            actions: [{ target: "$.paths['/stock'].get", update: { operationId: readStock } }]
            """;
        using var folder = new SpecFolder()
            .Write("old.openapi.yaml", Keys)
            .Write("new.openapi.yaml", Keys)
            .Edit("new.openapi.yaml", "", "operationId: getStock", "operationId: fetchStock")
            .Write("names.overlay.yaml", overlay)
            .Write("broken.overlay.yaml", "overlay: [");
        string[] files = [folder.File("old.openapi.yaml"), folder.File("new.openapi.yaml")];

        Assert.Equal(1, (await Korexo.RunAsync(["spec", "diff", .. files, "--check"])).ExitCode);
        var same = await Korexo.RunAsync(["spec", "diff", .. files, "--check", "--overlay", folder.File("names.overlay.yaml")]);
        Assert.Equal((0, ""), (same.ExitCode, same.Error));
        Assert.Equal(2, (await Korexo.RunAsync(["spec", "diff", .. files, "--overlay", folder.File("broken.overlay.yaml")])).ExitCode);
        Assert.Equal(2, (await Korexo.RunAsync(["spec", "diff", .. files, "--overlay", folder.File("none.yaml")])).ExitCode);
    }
}
