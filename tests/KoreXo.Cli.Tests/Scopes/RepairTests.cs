namespace KoreXo.Cli.Tests.Scopes;

/// <summary>Manifests are repaired where an editor cannot: on a build server, over all projects at once.</summary>
public sealed class RepairTests
{
    private const string Misspelt =
        "{\r\n  // granted in the console\r\n  \"app\": \"bot\",\r\n  \"scopes\": [\r\n    \"admin\", // nobody knows\r\n    \"files:read\",\r\n    \"user:read\",\r\n    \"files:read\"\r\n  ]\r\n}\r\n";

    [Fact]
    public async Task A_misspelt_scope_is_renamed_and_an_unused_one_removed_and_nothing_else_is_touched()
    {
        using var user = new UserSolution()
            .Project("App")
            .Write("App/Program.cs", """class P { Task Run(IFiles files) => files.GetWithOwnerAsync("1"); }""")
            .Write("App/bot.scopes.json", "\uFEFF" + Misspelt);

        var trial = await user.RunAsync("scopes rename", "App", "--dry-run");
        Assert.Equal((0, "bot.scopes.json: would be renamed 'user:read' to 'users:read'"), (trial.ExitCode, trial.Output.Trim()));
        Assert.Equal(Misspelt, user.Read("App/bot.scopes.json"));

        var renamed = await user.RunAsync("scopes rename", "App");
        Assert.Equal((0, "bot.scopes.json: renamed 'user:read' to 'users:read'"), (renamed.ExitCode, renamed.Output.Trim()));
        Assert.Equal(Misspelt.Replace("user:read", "users:read", StringComparison.Ordinal), user.Read("App/bot.scopes.json"));

        var removed = await user.RunAsync("scopes remove-unused", "App");
        Assert.Equal(
            (0, "bot.scopes.json: removed 'admin'\nbot.scopes.json: removed the second 'files:read'"),
            (removed.ExitCode, removed.Output.Trim().ReplaceLineEndings("\n"))
        );
        Assert.Equal(
            "{\r\n  // granted in the console\r\n  \"app\": \"bot\",\r\n  \"scopes\": [\r\n    \"files:read\",\r\n    \"users:read\"\r\n  ]\r\n}\r\n",
            user.Read("App/bot.scopes.json")
        );
        Assert.Equal<byte>([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Path.Combine(user.Folder, "App/bot.scopes.json"))[..3]);

        var again = await user.RunAsync("scopes remove-unused", "App");
        Assert.Equal((0, "Nothing to change."), (again.ExitCode, again.Output.Trim()));
    }

    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_said_and_none_is_changed()
    {
        const string Unused = """{ "app": "a", "scopes": ["user:read", "files:read", "files:read"] }""";
        using var user = new UserSolution()
            .Project("App")
            .Write("App/Program.cs", "class P { Task Run(IFiles files) => files.DeleteAsync(\"1\"); }")
            .Write("App/a.scopes.json", Unused)
            .Write("App/b.scopes.json", "{\n\"app\": \"b\",\n\"scopes\": 5\n}");

        foreach (var command in new[] { "rename", "remove-unused", "add" })
        {
            var ended = await user.RunAsync($"scopes {command}", "App");

            Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
            Assert.StartsWith(
                "korexo: A manifest cannot be read, so nothing was changed. Fix it first.",
                ended.Error,
                StringComparison.Ordinal
            );
            Assert.Contains("\n  b.scopes.json(3): KXO1004: ", ended.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Equal(Unused, user.Read("App/a.scopes.json"));
        }
    }

    [Fact]
    public async Task A_scope_is_renamed_by_name()
    {
        using var user = new UserSolution()
            .Project("App")
            .Write("App/Program.cs", "class P { }")
            .Write("App/bot.scopes.json", """{ "scopes": ["files:get"], "reserved": ["files:get"] }""");

        Assert.Equal(2, (await user.RunAsync("scopes rename", "App", "--from", "files:get")).ExitCode);
        var ended = await user.RunAsync("scopes rename", "App", "--from", "files:get", "--to", "files:read", "--json");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(
            """{"written":true,"changes":[{"file":"bot.scopes.json","change":"renamed 'files:get' to 'files:read'"}]}""",
            System
                .Text.Json.Nodes.JsonNode.Parse(ended.Output)!
                .ToJsonString(
                    new(System.Text.Json.JsonSerializerOptions.Default)
                    {
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }
                )
        );

        Assert.Equal("""{ "scopes": ["files:read"], "reserved": ["files:read"] }""", user.Read("App/bot.scopes.json"));
    }

    [Fact]
    public async Task An_app_without_a_manifest_gets_the_least_it_needs_its_libraries_included()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Project("App", """<ProjectReference Include="../Lib/Lib.csproj" /><Compile Remove="Acme.g.cs" />""", output: "Exe")
            .Solution("All.slnx", "App", "Lib")
            .Write("Lib/Store.cs", """public class Store(IFiles files) { public Task SaveAsync(Doc d) => files.PutAsync(d); }""")
            .Write(
                "App/Program.cs",
                """
                IFiles files = null!;
                await new Store(files).SaveAsync(new Doc("1"));
                await files.PeekAsync("1");
                await files.DeleteAsync("1");
                """
            );

        var ended = await user.RunAsync("scopes init", ".", "--app", "travel", "--credential", "user");

        Assert.Equal((0, "", "App/travel.scopes.json: written"), (ended.ExitCode, ended.Error, ended.Output.Trim()));
        Assert.Contains(
            """
              "app": "travel",
              "credentials": {
                "user": [
                  "files:delete",
                  "files:read.user",
                  "files:write"
                ]
              }
            """,
            user.Read("App/travel.scopes.json"),
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await user.RunAsync("scopes report", "App", "--check")).ExitCode);
    }

    [Fact]
    public async Task What_calls_lack_is_added_to_the_manifests_of_a_solution()
    {
        using var user = new UserSolution()
            .Project("First", output: "Exe")
            .Project("Second", output: "Exe")
            .Solution("All.slnx", "First", "Second")
            .Write(
                "First/Program.cs",
                """
                IFiles files = null!;
                await files.PutAsync(new Doc("1"));
                await files.PeekAsync("1");
                await files.DeleteAsync("1");
                """
            )
            .Write("First/one.scopes.json", """{ "app": "one", "credentials": { "user": [], "bot": ["files:write"] } }""")
            .Write(
                "Second/Program.cs",
                """IFiles files = null!; if (new AcmeClient().HasScope("files:write")) await files.PutAsync(new Doc("1"));"""
            )
            .Write("Second/two.scopes.json", """{ "app": "two", "scopes": [] }""");

        var trial = await user.RunAsync("scopes add", ".", "--credential", "user", "--dry-run");
        Assert.Equal(0, trial.ExitCode);
        Assert.Equal(
            "First/one.scopes.json: would be added 'files:delete' (user)\nFirst/one.scopes.json: would be added 'files:read.user' (user)",
            Sorted(trial.Output)
        );

        var added = await user.RunAsync("scopes add", ".", "--credential", "user");
        Assert.Equal(
            (0, "First/one.scopes.json: added 'files:delete' (user)\nFirst/one.scopes.json: added 'files:read.user' (user)"),
            (added.ExitCode, Sorted(added.Output))
        );
        Assert.Equal("""{ "app": "two", "scopes": [] }""", user.Read("Second/two.scopes.json"));
        Assert.Equal(0, (await user.RunAsync("scopes report", ".", "--check")).ExitCode);
        Assert.Equal("Nothing to add.", (await user.RunAsync("scopes add", ".")).Output.Trim());
    }

    [Fact]
    public async Task What_a_library_uses_is_declared_and_kept_up_to_date()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Project("App", """<ProjectReference Include="../Lib/Lib.csproj" /><Compile Remove="Acme.g.cs" />""", output: "Exe")
            .Solution("All.slnx", "App", "Lib")
            .Write(
                "Lib/Store.cs",
                """
                public class Store(IFiles files)
                {
                    public Task SaveAsync(Doc d) => files.PutAsync(d);
                    public Task PeekAsync() => files.PeekAsync("1");
                    [RequiresScopes("files:read")] public Task GetAsync() => files.GetAsync("1");
                }
                """
            )
            .Write("App/Program.cs", """IFiles files = null!; await new Store(files).SaveAsync(new Doc("1"));""")
            .Write("App/bot.scopes.json", """{ "app": "bot", "credentials": { "bot": [] } }""");

        var check = await user.RunAsync("scopes declare", ".", "--check");
        Assert.Equal((1, "Lib/UsesScopes.cs: would be declared 'files:read.bot', 'files:write'"), (check.ExitCode, check.Output.Trim()));
        var declared = await user.RunAsync("scopes declare", ".");
        Assert.Equal((0, "Lib/UsesScopes.cs: declared 'files:read.bot', 'files:write'"), (declared.ExitCode, declared.Output.Trim()));
        Assert.Equal("using KoreXo;\n\n[assembly: UsesScopes(\"files:read.bot\", \"files:write\")]\n", user.Read("Lib/UsesScopes.cs"));

        // The app is checked by it, and repaired.
        Assert.Equal(1, (await user.RunAsync("scopes report", ".", "--check")).ExitCode);
        Assert.Equal(0, (await user.RunAsync("scopes add", ".")).ExitCode);
        Assert.Equal("""{ "app": "bot", "credentials": { "bot": ["files:read.bot", "files:write"] } }""", user.Read("App/bot.scopes.json"));

        user.Write("Lib/Store.cs", """public class Store(IFiles files) { public Task SaveAsync(Doc d) => files.PutAsync(d); }""");
        var changed = await user.RunAsync("scopes declare", ".");
        Assert.Equal((0, "Lib/UsesScopes.cs: removed 'files:read.bot'"), (changed.ExitCode, changed.Output.Trim()));
        Assert.Equal("using KoreXo;\n\n[assembly: UsesScopes(\"files:write\")]\n", user.Read("Lib/UsesScopes.cs"));
        Assert.Equal(
            (0, "Nothing to change."),
            ((await user.RunAsync("scopes declare", ".", "--check")).ExitCode, (await user.RunAsync("scopes declare", ".")).Output.Trim())
        );
    }

    [Fact]
    public async Task Other_attributes_beside_a_declaration_stay()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Write("Lib/Store.cs", """public class Store(IFiles files) { public Task SaveAsync(Doc d) => files.PutAsync(d); }""")
            .Write(
                "Lib/Info.cs",
                "using KoreXo;\n[assembly: UsesScopes(\"admin\")]\n[assembly: UsesScopes(\"files:read\"), CLSCompliant(false)]\n"
            );

        var declared = await user.RunAsync("scopes declare", "Lib");

        Assert.Equal((0, ""), (declared.ExitCode, declared.Error));
        Assert.Equal("using KoreXo;\n[assembly: UsesScopes(\"files:write\")]\n[assembly: CLSCompliant(false)]\n", user.Read("Lib/Info.cs"));
    }

    private static string Sorted(string output) =>
        string.Join('\n', output.Trim().ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal));
}
