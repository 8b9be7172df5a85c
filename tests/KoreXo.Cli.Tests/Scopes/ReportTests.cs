using System.Text;
using System.Text.Json;
using KoreXo.Testing;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>What a solution needs and holds, told outside of an editor.</summary>
public sealed class ReportTests
{
    private const string Manifest = "{\n  \"app\": \"bot\",\n  \"scopes\": [\n    \"admin\",\n    \"user:read\"\n  ]\n}\n";

    private const string Program = """
        class P
        {
            async Task Run(IFiles files)
            {
                await files.PutAsync(new Doc("1"));
                await files.GetAsync("1");
                await files.GetWithOwnerAsync("1");
            }
        }
        """;

    [Fact]
    public async Task Markdown_tells_calls_scopes_and_what_the_manifest_has_wrong()
    {
        using var user = App(Manifest);

        var ended = await user.RunAsync("scopes report", "App");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(
            "## bot (bot.scopes.json)\n\nMissing:\n\n- `files:read`\n- `files:write`\n- `users:read`\n\nGranted, but not required:\n\n- `admin`\n",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| `files:read` | any | **missing** | `IFiles.GetAsync` Program.cs:6<br>`IFiles.GetWithOwnerAsync` Program.cs:7 |",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| KXO1003 | bot.scopes.json:5 | Scope 'user:read' is not known to any referenced API; did you mean 'users:read'? (korexo explain KXO1003) |",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| KXO1020 | bot.scopes.json:4 | App 'bot' holds 'admin', but nothing in this project needs it (korexo explain KXO1020) |",
            ended.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sarif_has_the_facts_of_a_build()
    {
        using var user = App(Manifest);

        Assert.Equal(0, (await user.RunAsync("scopes report", "App", "--sarif", "-o", Path.Combine(user.Folder, "out.sarif"))).ExitCode);

        using var sarif = JsonDocument.Parse(user.Read("out.sarif"));
        var results = sarif
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Select(static result =>
            {
                var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                return $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {place.GetProperty("artifactLocation").GetProperty("uri")} {place.GetProperty("region").GetProperty("startLine")}";
            });
        Assert.Equal(
            [
                "KXO1001 warning Program.cs 5",
                "KXO1001 warning Program.cs 6",
                "KXO1001 warning Program.cs 7",
                "KXO1020 note bot.scopes.json 4",
                "KXO1003 warning bot.scopes.json 5",
            ],
            results
        );
        Assert.All(
            sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(),
            static rule =>
                Assert.StartsWith(
                    $"# {rule.GetProperty("id")}: {rule.GetProperty("shortDescription").GetProperty("text")}\n",
                    rule.GetProperty("help").GetProperty("markdown").GetString(),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Json_tells_for_each_call_how_each_app_stands_to_it()
    {
        using var user = App("""{ "app": "bot", "credentials": { "bot": ["files:read", "files:write"] } }""");
        user.Write(
            "App/Program.cs",
            """
            class P(AcmeClient c)
            {
                Task Held(IFiles files) => files.PutAsync(new Doc("1"));
                [RequiresScopes("files:read", "users:read")] Task Declared(IFiles files) => files.GetWithOwnerAsync("1");
                Task? Guarded() => c.HasScope("users:read") ? c.Files.GetWithOwnerAsync("1") : null;
                Task Conditional(IFiles files) => files.SearchAsync("x");
            #pragma warning disable KXO1001
                Task Suppressed(IFiles files) => files.DeleteAsync("1");
            #pragma warning restore KXO1001
                Task Missing(IFiles files) => files.DeleteAsync("1");
                Task Unknown() => Api.AskAsync();
            }
            static class Api { [ApiOperation("ask", "GET", "/ask")] public static Task AskAsync() => Task.CompletedTask; }
            namespace KoreXo { class ApiOperationAttribute(string id, string verb, string path) : Attribute; }
            """
        );

        var ended = await user.RunAsync("scopes report", "App", "--json", "--check");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        var states = report
            .RootElement.GetProperty("calls")
            .EnumerateArray()
            .Select(static call => $"{call.GetProperty("line")} {call.GetProperty("apps")[0].GetProperty("state")}");
        Assert.Equal(["3 held", "4 declared", "5 guarded", "6 nothingNeeded", "8 suppressed", "10 missing"], states);
        Assert.Equal("bot", report.RootElement.GetProperty("calls")[0].GetProperty("apps")[0].GetProperty("credential").GetString());
        Assert.Equal(
            """[{"credential":"bot","scope":"files:delete"}]""",
            Compact(report.RootElement.GetProperty("apps")[0].GetProperty("missing"))
        );
        Assert.Equal("""[{"member":"Api.AskAsync","file":"Program.cs","line":11}]""", Compact(report.RootElement.GetProperty("unknown")));
    }

    [Fact]
    public async Task A_clean_project_passes_the_check()
    {
        using var user = App("""{ "app": "bot", "scopes": ["files:read", "files:write", "users:read"] }""");

        var ended = await user.RunAsync("scopes report", "App", "--check");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.DoesNotContain("## Findings", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_any_project_or_framework_needs_is_not_unused()
    {
        using var user = new UserSolution()
            .Project("One", """<AdditionalFiles Include="../shared.scopes.json" />""", "net8.0;net10.0")
            .Project("Two", """<AdditionalFiles Include="../shared.scopes.json" />""")
            .Solution("All.slnx", "One", "Two")
            .Write(
                "shared.scopes.json",
                """{ "app": "bot", "scopes": ["admin", "events:read", "files:read", "files:write", "users:read"] }"""
            )
            .Write(
                "One/Program.cs",
                """
                class P
                {
                    Task A(IFiles f) => f.GetAsync("1");
                #if NET8_0
                    Task B(IFiles f) => f.PutAsync(new Doc("1"));
                #endif
                }
                """
            )
            .Write(
                "Two/Program.cs",
                """
                static class More
                {
                    extension(IFiles f) { public Task ReadAsync() => f.GetWithOwnerAsync("1"); }
                    extension(AcmeClient) { [RequiresScopes("events:read")] public static Task WatchAsync() => Task.CompletedTask; }
                }
                class P { int Size { get => field + 1; set; } Task A() => AcmeClient.WatchAsync(); }
                """
            );

        var ended = await user.RunAsync("scopes report", ".", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal("""[{"credential":"","scope":"admin"}]""", Compact(report.RootElement.GetProperty("apps")[0].GetProperty("unused")));
        Assert.Equal("[]", Compact(report.RootElement.GetProperty("apps")[0].GetProperty("missing")));
        Assert.Equal("""["One(net10.0)","One(net8.0)","Two"]""", Compact(report.RootElement.GetProperty("projects")));
        var both = Assert.Single(
            report.RootElement.GetProperty("calls").EnumerateArray(),
            static call => call.GetProperty("file").GetString() == "One/Program.cs" && call.GetProperty("line").GetInt32() == 3
        );
        Assert.Equal("""["One(net10.0)","One(net8.0)"]""", Compact(both.GetProperty("projects")));
    }

    [Fact]
    public async Task A_solution_of_the_older_form_is_about_the_projects_it_names_only()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Project("App", """<ProjectReference Include="../Lib/Lib.csproj" /><Compile Remove="Acme.g.cs" />""")
            .Write("Lib/Store.cs", "public class Store(IFiles files) { public Task SaveAsync(Doc d) => files.PutAsync(d); }")
            .Write("App/Program.cs", """class P { Task Run(IFiles files) => files.GetAsync("1"); }""")
            .Write("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:read"] }""")
            .Write(
                "All.sln",
                "Microsoft Visual Studio Solution File, Format Version 12.00\nProject(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"App\", \"App\\App.csproj\", \"{0B3F3B0B-6C1F-4B5A-9D5B-7E1F0C7A1E11}\"\nEndProject\n"
            );

        var ended = await user.RunAsync("scopes report", ".", "--json", "--check");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal("""["App"]""", Compact(report.RootElement.GetProperty("projects")));
        Assert.Equal("[]", Compact(report.RootElement.GetProperty("libraries")));
    }

    [Fact]
    public async Task Of_all_samples_one_lacks_exactly_what_it_is_there_to_lack()
    {
        using var all = new UserSolution();
        var samples = Directory
            .GetFiles(Path.Combine(Korexo.Repository, "samples"), "*.csproj", SearchOption.AllDirectories)
            .OrderByDescending(static sample => sample.EndsWith("MissingScope.csproj", StringComparison.Ordinal))
            .Take(Soak.Rounds(few: 2, all: 20));
        all.Write(
            "Samples.slnx",
            $"<Solution>{string.Concat(samples.Select(static sample => $"<Project Path=\"{sample}\" />"))}</Solution>"
        );

        var ended = await all.RunAsync("scopes report", ".", "--json", "--check");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        var faulty = Assert.Single(
            report.RootElement.GetProperty("apps").EnumerateArray(),
            static app => app.GetProperty("missing").GetArrayLength() + app.GetProperty("unused").GetArrayLength() > 0
        );
        Assert.EndsWith("samples/06-MissingScope/travel.scopes.json", faulty.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            """[{"credential":"platform","scope":"Bot Export"},{"credential":"platform","scope":"Intent and Entity Detection"}]""",
            Compact(faulty.GetProperty("missing"))
        );
        Assert.All(
            report.RootElement.GetProperty("findings").EnumerateArray(),
            static finding => Assert.Equal("KXO1001", finding.GetProperty("id").GetString())
        );
    }

    private static UserSolution App(string manifest) =>
        new UserSolution().Project("App").Write("App/Program.cs", Program).Write("App/bot.scopes.json", manifest);

    private static string Compact(JsonElement element)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
