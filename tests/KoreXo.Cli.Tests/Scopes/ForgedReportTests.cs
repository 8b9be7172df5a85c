using System.Text.Json;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>A report shows what manifests and file names say, and is never written by them.</summary>
public sealed class ForgedReportTests
{
    private const string App = "ok\\n\\n## Everything is granted\\n\\n<!-- <img src=x> @admin `x` https://evil.example";
    private const string Program = """class P { Task Run(IFiles files) => files.GetAsync("1"); }""";

    [Fact]
    public async Task Markdown_stays_the_tools()
    {
        using var user = Solution();

        var ended = await user.RunAsync("scopes report", "App");

        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain("\n## Everything", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("@admin", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("https://evil", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output, static character => char.IsControl(character) && character != '\n' && character != '\r');
        Assert.Contains("Missing:\n\n- `files:read`", ended.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_holds_no_escapes_of_terminals()
    {
        using var user = Solution();

        Assert.Equal(0, (await user.RunAsync("scopes report", "App", "--sarif", "-o", Path.Combine(user.Folder, "out.sarif"))).ExitCode);

        using var sarif = JsonDocument.Parse(user.Read("out.sarif"));
        foreach (var result in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            Assert.DoesNotContain(
                result.GetProperty("message").GetProperty("text").GetString()!,
                static character => char.IsControl(character)
            );
        }
    }

    [Fact]
    public async Task No_command_writes_what_a_terminal_would_obey()
    {
        using var user = Solution();
        foreach (var command in new[] { "scopes report", "scopes why", "scopes lock", "scopes add", "scopes remove-unused --dry-run" })
        {
            var words = command.Split(' ');

            var ended = await user.RunAsync($"{words[0]} {words[1]}", "App", words[2..]);

            Assert.NotEqual("", ended.Output + ended.Error);
            Assert.DoesNotContain(
                ended.Output + ended.Error,
                static character => char.IsControl(character) && character != '\n' && character != '\r'
            );
        }
    }

    /// <summary>A second name of the old file keeps what it had: the new text never touches it, so neither does a full disk.</summary>
    [Fact]
    public async Task A_manifest_is_replaced_and_never_overwritten()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var user = new UserSolution().Project("App").Write("App/Program.cs", "class P { }").Write("App/bot.scopes.json", Manifest);
        var old = Path.Combine(user.Folder, "old.json");
        using (var link = System.Diagnostics.Process.Start("ln", [Path.Combine(user.Folder, "App/bot.scopes.json"), old]))
        {
            await link.WaitForExitAsync();
        }

        var ended = await user.RunAsync("scopes rename", "App", "--from", "files:get", "--to", "files:read");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(Manifest, await File.ReadAllTextAsync(old));
        Assert.Contains("files:read", user.Read("App/bot.scopes.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_is_a_link_stays_one_and_keeps_its_permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var user = new UserSolution().Project("App").Write("App/Program.cs", "class P { }").Write("shared/bot.json", Manifest);
        var real = Path.Combine(user.Folder, "shared/bot.json");
        var link = Path.Combine(user.Folder, "App/bot.scopes.json");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, real);

        var ended = await user.RunAsync("scopes rename", "App", "--from", "files:get", "--to", "files:read");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(real, new FileInfo(link).ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        Assert.Contains("files:read", await File.ReadAllTextAsync(real), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(real));
        Assert.Equal(real, Assert.Single(Directory.GetFiles(Path.Combine(user.Folder, "shared"))));
    }

    private const string Manifest = """{ "scopes": ["files:get"] }""";

    private static UserSolution Solution() =>
        new UserSolution()
            .Project("App")
            .Write("App/Program.cs", Program)
            .Write("App/bot.scopes.json", $$"""{ "app": "{{App}}", "scopes": ["a\u001b[31m|`b"] }""");
}
