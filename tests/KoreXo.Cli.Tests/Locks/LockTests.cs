using System.Diagnostics;
using KoreXo.Cli.Locks;
using KoreXo.Cli.Tests.Scopes;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>A repository records which scopes its apps need and why, and a build fails when they need more.</summary>
public sealed class LockTests
{
    private const string Program = """
        await new Reader(null!).RunAsync();

        class Reader(IFiles files)
        {
            public Task RunAsync() => files.GetAsync("1");
        }
        """;

    private const string Lock = """
        {
          "version": 1,
          "apps": {
            "bot": [
              {
                "scope": "files:read",
                "credential": null,
                "entryPoints": [
                  {
                    "project": "App",
                    "kind": "Start",
                    "name": "top-level statements",
                    "calls": [
                      "top-level statements > Reader.RunAsync > IFiles.GetAsync"
                    ]
                  }
                ]
              }
            ]
          }
        }

        """;

    private static readonly string More = Program.Replace(
        "class Reader",
        "class Eraser(IFiles files) { public Task RunAsync() => files.DeleteAsync(\"1\"); }\nclass Reader",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task The_lock_says_which_entry_point_needs_which_scope_and_why_until_that_changes()
    {
        using var user = App(Program);

        var ended = await user.RunAsync("scopes lock", "App");
        var written = user.Read("App/scopes.lock");
        user.Write("App/Program.cs", "\n\n// The lines move.\n" + Program);
        user.Write("App/scopes.lock", user.Read("App/scopes.lock").ReplaceLineEndings("\r\n"));
        var moved = await user.RunAsync("scopes lock", "App", "--check");
        user.Write("App/Program.cs", More);
        var changed = await user.RunAsync("scopes lock", "App", "--check");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal((0, "", ""), (moved.ExitCode, moved.Output, moved.Error));
        Assert.Equal(1, changed.ExitCode);
        Assert.EndsWith("is out of date. Run korexo scopes lock.\n", changed.Output, StringComparison.Ordinal);
        Assert.Equal(Lock.ReplaceLineEndings("\n"), written);
    }

    [Fact]
    public async Task What_was_wrong_before_does_not_fail_the_check_against_the_base()
    {
        // The manifest holds a scope that nothing needs, which is a fault of its own.
        using var user = App(Program).Write("App/scopes.lock", Lock);
        user.Write("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:read", "files:write"] }""");

        var ended = await user.RunAsync(
            "scopes report",
            "App",
            "--check",
            "--json",
            "--base",
            Path.Combine(user.Folder, "App", "scopes.lock")
        );

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        var growth = System.Text.Json.Nodes.JsonNode.Parse(ended.Output)!["growth"]!;
        Assert.Equal("""{"added":[],"reached":[],"removed":[]}""", growth.ToJsonString());
    }

    [Fact]
    public async Task A_scope_that_the_lock_of_a_git_revision_lacks_fails_the_check()
    {
        using var user = App(More).Write("App/scopes.lock", Lock);
        foreach (var command in (string[])["init -q", "add -A", "-c user.name=u -c user.email=u@u commit -q -m base"])
        {
            using var git = Process.Start(new ProcessStartInfo("git", command) { WorkingDirectory = user.Folder })!;
            await git.WaitForExitAsync();
            Assert.Equal(0, git.ExitCode);
        }

        user.Write("App/scopes.lock", "");

        var ended = await user.RunAsync("scopes report", "App", "--check", "--base", "HEAD");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(
            "\n## New scopes\n\n- bot: `files:delete`, not reached from any entry point\n",
            ended.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lock_that_has_a_scope_twice_after_a_merge_is_compared()
    {
        var once = LockText.Read(Lock, "scopes.lock");

        var growth = ScopeGrowth.Compare(once, new ScopeLock([.. once.Apps, .. once.Apps]));

        Assert.Equal((0, 0, 0), (growth.Added.Count, growth.Reached.Count, growth.Removed.Count));
    }

    // A variable that is not set must not switch the comparison off.
    [Fact]
    public async Task An_empty_base_ends_with_one_message()
    {
        using var user = App(More);

        var ended = await user.RunAsync("scopes report", "App", "--check", "--base", "");

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith(
            "korexo: --base is empty; check the variable that its value comes from.\n",
            ended.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_base_that_is_neither_file_nor_revision_ends_with_one_message()
    {
        using var user = App(Program);

        var ended = await user.RunAsync("scopes report", "App", "--base=--output=x");

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith("korexo: --base --output=x is neither a file nor a git revision", ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(user.Folder, "App", "x")));
    }

    [Fact]
    public async Task A_policy_is_enforced_and_what_production_never_used_is_reported()
    {
        using var user = App(Program.Replace("files.GetAsync(\"1\")", "files.GetWithOwnerAsync(\"1\")", StringComparison.Ordinal));
        user.Write("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:read", "users:read"] }""")
            .Write("policy.json", """{ "never": ["users:*"], "owners": { "users:*": "team" } }""")
            .Write("usage.json", """{ "usage": [{ "credential": "", "scopes": "files:read; files:admin", "calls": 12 }] }""");

        var ended = await user.RunAsync(
            "scopes report",
            "App",
            "--check",
            $"--policy={Path.Combine(user.Folder, "policy.json")}",
            $"--observed={Path.Combine(user.Folder, "usage.json")}"
        );

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        Assert.EndsWith(
            """

            ## Policy

            - App 'bot' requires or is granted 'files:read', which has no owner in the policy.
            - App 'bot' requires or is granted 'users:read', which the policy forbids ('users:\*').

            ## Required, but never observed

            - bot: `users:read`

            ## Observed, but not required by any code

            - `files:admin`, 12 calls

            """.ReplaceLineEndings("\n"),
            ended.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{ "nevr": [] }""", "'nevr' is unknown; a policy has \"never\" and \"owners\".")]
    [InlineData("[", "is not a policy")]
    public async Task A_policy_that_says_something_else_ends_with_one_message(string policy, string message)
    {
        using var user = App(Program).Write("policy.json", policy);

        var ended = await user.RunAsync("scopes report", "App", "--policy", Path.Combine(user.Folder, "policy.json"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(message, ended.Error, StringComparison.Ordinal);
    }

    private static UserSolution App(string program) =>
        new UserSolution()
            .Project("App", output: "Exe")
            .Write("App/Program.cs", program)
            .Write("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:read"] }""");
}
