using System.Text.Json;

namespace KoreXo.Analyzers.Tests.CommandLine;

/// <summary>The cases CL-01, CL-04 and CL-05 of the contract.</summary>
public sealed class CommandLineTests
{
    private const string MissingPut = "Program.cs(5,21): warning KXO1001";
    private const string MissingGet = "Program.cs(6,21): warning KXO1001";
    private const string MissingGetWithOwner = "Program.cs(7,21): warning KXO1001";
    private const string Unknown = "bot.scopes.json(5,5): warning KXO1003";

    [Fact]
    public async Task Format_adds_all_missing_scopes_to_the_manifest()
    {
        using var app = UserProject.Acme();
        string[] arguments = ["--diagnostics", "KXO1001", "--severity", "warn"];
        var (manifest, program) = (app.Read("bot.scopes.json"), app.Read("Program.cs"));

        Assert.Equal(2, (await app.FormatAsync([.. arguments, "--verify-no-changes"])).ExitCode);
        Assert.Equal(manifest, app.Read("bot.scopes.json"));

        Assert.Equal((0, ""), await app.FormatAsync(arguments));
        Assert.Equal(
            """
            {
              "app": "bot",
              "scopes": [
                "admin",
                "files:read",
                "files:write",
                "user:read",
                "users:read"
              ]
            }

            """,
            app.Read("bot.scopes.json")
        );
        Assert.Equal(program, app.Read("Program.cs"));

        Assert.Equal(0, (await app.FormatAsync([.. arguments, "--verify-no-changes"])).ExitCode);
    }

    [Fact]
    public async Task Severities_come_from_where_the_compiler_looks_for_them()
    {
        using var app = UserProject.Acme();
        const string severities = "dotnet_diagnostic.KXO1003.severity = error\ndotnet_diagnostic.KXO1020.severity = warning\n";
        string[] unchanged = [MissingPut, MissingGet, MissingGetWithOwner, Unknown];
        foreach (var section in new[] { "[*.json]", "[*]", "[*.cs]" })
        {
            app.Write(".editorconfig", $"root = true\n{section}\n{severities}");
            Assert.Equal(unchanged.Order(StringComparer.Ordinal), UserProject.Findings((await app.BuildAsync()).Output));
        }

        app.Write(".editorconfig", "root = true\n");
        app.Write(".globalconfig", "is_global = true\n" + severities);
        var raised = (await app.BuildAsync()).Output;
        Assert.Contains(Unknown.Replace("warning", "error", StringComparison.Ordinal), UserProject.Findings(raised));
        Assert.Contains("bot.scopes.json(4,5): warning KXO1020", UserProject.Findings(raised));

        app.Write(".globalconfig", "is_global = true\n");
        Assert.Contains(
            Unknown.Replace("warning", "error", StringComparison.Ordinal),
            UserProject.Findings((await app.BuildAsync("-p:WarningsAsErrors=KXO1003")).Output)
        );

        app.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.KXO1001.severity = error\n");
        Assert.Contains(
            MissingPut.Replace("warning", "error", StringComparison.Ordinal),
            UserProject.Findings((await app.BuildAsync()).Output)
        );
    }

    [Fact]
    public async Task The_error_log_has_every_finding_at_its_place_and_how_to_read_its_page()
    {
        using var app = UserProject.Acme();

        var built = await app.BuildAsync("-p:ErrorLog=out.sarif%2Cversion=2.1");

        Assert.DoesNotContain("KXO1020", built.Output, StringComparison.Ordinal);
        using var log = JsonDocument.Parse(app.Read("out.sarif"));
        var run = log.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results")
            .EnumerateArray()
            .Where(static result => Text(result, "ruleId").StartsWith("KXO1", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            [
                "KXO1001 warning Program.cs:5",
                "KXO1001 warning Program.cs:6",
                "KXO1001 warning Program.cs:7",
                "KXO1003 warning bot.scopes.json:5",
                "KXO1020 note bot.scopes.json:4",
            ],
            results.Select(Describe).Order(StringComparer.Ordinal)
        );
        Assert.All(
            results,
            static result =>
                Assert.EndsWith(
                    $"(korexo explain {Text(result, "ruleId")})",
                    Text(result.GetProperty("message"), "text"),
                    StringComparison.Ordinal
                )
        );
    }

    private static string Describe(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = Text(place.GetProperty("artifactLocation"), "uri").Split('/')[^1];
        var level = result.TryGetProperty("level", out var given) ? given.GetString() : "warning";
        return $"{Text(result, "ruleId")} {level} {file}:{place.GetProperty("region").GetProperty("startLine").GetInt32()}";
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
