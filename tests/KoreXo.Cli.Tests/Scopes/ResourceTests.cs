using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>Scopes that are granted on each resource, such as each table, separately.</summary>
public sealed class ResourceTests
{
    private const string Program = """
        var t = new Tables();
        await t.ReadAsync("Contacts");
        await t.WriteAsync(null!, "Orders");
        await t.ReadAsync(args[0]);
        """;

    [Fact]
    public async Task A_new_manifest_has_a_list_for_each_resource()
    {
        using var user = new UserSolution().Project("App", output: "Exe").Write("App/Program.cs", Program);

        Assert.Equal(0, (await user.RunAsync("scopes init", "App", "--app", "bot")).ExitCode);

        var data = JsonNode.Parse(user.Read("App/bot.scopes.json"))!["credentials"]!["data"]!;
        Assert.Equal("""{"*":["rows:read"],"Orders":["rows:write"]}""", data.ToJsonString());
    }

    [Fact]
    public async Task What_is_missing_is_reported_and_added_on_its_resource_and_what_is_unused_removed()
    {
        using var user = new UserSolution()
            .Project("App", output: "Exe")
            .Write("App/Program.cs", Program)
            .Write("App/bot.scopes.json", """{ "credentials": { "data": { "Contacts": ["rows:read", "rows:write"], "*": [] } } }""");

        var report = JsonNode.Parse((await user.RunAsync("scopes report", "App", "--json")).Output)!;
        var app = report["apps"]![0]!;
        Assert.Equal(
            [
                """{"credential":"data","scope":"rows:read"}""",
                """{"credential":"data","scope":"rows:read","resource":"Orders"}""",
                """{"credential":"data","scope":"rows:write","resource":"Orders"}""",
            ],
            app["missing"]!.AsArray().Select(static scope => scope!.ToJsonString())
        );
        Assert.Equal("""[{"credential":"data","scope":"rows:write","resource":"Contacts"}]""", app["unused"]!.ToJsonString());
        Assert.Contains(
            "| `rows:write` on `Orders` | data | **missing** |",
            (await user.RunAsync("scopes report", "App")).Output,
            StringComparison.Ordinal
        );

        var added = await user.RunAsync("scopes add", "App");
        Assert.Contains("bot.scopes.json: added 'rows:write' on 'Orders' (data)", added.Output, StringComparison.Ordinal);
        var removed = await user.RunAsync("scopes remove-unused", "App");
        Assert.Contains("bot.scopes.json: removed 'rows:write' on 'Contacts'", removed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await user.RunAsync("scopes report", "App", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_lock_names_the_resource_and_one_from_before_covers_it()
    {
        using var user = new UserSolution()
            .Project("App", output: "Exe")
            .Write("App/Program.cs", """await new Tables().ReadAsync("Contacts");""")
            .Write("App/bot.scopes.json", """{ "credentials": { "data": ["rows:read"] } }""");

        Assert.Equal(0, (await user.RunAsync("scopes lock", "App")).ExitCode);
        var written = user.Read("App/scopes.lock");
        Assert.Equal("Contacts", JsonNode.Parse(written)!["apps"]!["bot"]![0]!["resource"]!.GetValue<string>());
        Assert.Contains("`rows:read` on `Contacts` (data)", (await user.RunAsync("scopes why", "App")).Output, StringComparison.Ordinal);

        var before = JsonNode.Parse(written)!;
        before["apps"]!["bot"]![0]!.AsObject().Remove("resource");
        user.Write("App/before.json", before.ToJsonString());
        var report = await user.RunAsync("scopes report", "App", "--check", "--base", Path.Combine(user.Folder, "App/before.json"));
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("No scope is new since the base.", report.Output, StringComparison.Ordinal);

        user.Write("App/Program.cs", "await new Tables().ReadAsync(args[0]);");
        var wider = await user.RunAsync("scopes report", "App", "--check", "--base", Path.Combine(user.Folder, "App/scopes.lock"));
        Assert.Equal(1, wider.ExitCode);
    }

    [Fact]
    public async Task A_library_declares_the_resources_of_its_calls()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Write(
                "Lib/Store.cs",
                """
                [assembly: UsesScopes("admin")]
                class Store(Tables t) { public async Task A(string table) { await t.ReadAsync(table); await t.WriteAsync(null!, "It's"); } }
                """
            );

        Assert.Equal(0, (await user.RunAsync("scopes declare", "Lib")).ExitCode);

        Assert.StartsWith(
            """[assembly: UsesScopes("rows:read"), UsesScopes("rows:write", Resource = "It's")]""",
            user.Read("Lib/Store.cs"),
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing to change.", (await user.RunAsync("scopes declare", "Lib")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "{ \"credentials\": { \"data\": { \"*\": [] } } }",
        0,
        "{ \"credentials\": { \"data\": { \"*\": [], \"Contacts\": [\"rows:read\"] } } }"
    )]
    [InlineData("{ \"credentials\": { \"data\": [] } }", 2, "{ \"credentials\": { \"data\": [] } }")]
    public async Task A_named_scope_is_added_on_a_resource_and_never_on_more(string before, int exit, string after)
    {
        using var user = new UserSolution().Write("bot.scopes.json", before);
        var file = Path.Combine(user.Folder, "bot.scopes.json");

        var ended = await Korexo.RunAsync([
            "scopes",
            "add",
            "--manifest",
            file,
            "--scope",
            "rows:read",
            "--credential",
            "data",
            "--resource",
            "Contacts",
        ]);

        Assert.Equal((exit, after), (ended.ExitCode, user.Read("bot.scopes.json")));
    }

    [Theory]
    [InlineData("--resource", "Contacts")]
    [InlineData("--manifest", "bot.scopes.json")]
    public async Task What_only_a_named_scope_has_is_an_error_without_one(string option, string value)
    {
        var ended = await Korexo.RunAsync(["scopes", "add", option, value]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("require --scope NAME", ended.Error, StringComparison.Ordinal);
    }
}
