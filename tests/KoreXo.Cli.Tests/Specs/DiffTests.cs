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
            .Edit("data-tables.openapi.yaml", "    DeleteDataResult:\n", "type: integer", "type: string")
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
                "analytics.openapi.yaml scopes findIntent behavior: Callers of `AnalyticsClient.FindIntentAsync` that hold `Intent and Entity Detection` (platform) need `Intent and Entity Detection` and `Chat History` (platform); KXO1001 reports where it is missing.",
                "data-tables.openapi.yaml field DeleteDataResult.nDeleted source: `DeleteDataResult.NDeleted` is `string` instead of `long`.",
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
}
