using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>What is added to manifests so that nothing is missing.</summary>
public sealed class MissingAdditionsTests
{
    [Theory]
    [InlineData("f.GetAsync(\"1\")", "", " files:read")]
    [InlineData("f.GetWithOwnerAsync(\"1\")", "", " files:read+users:read")]
    [InlineData("f.DeleteAsync(\"1\")", "", " files:delete")]
    [InlineData("f.PeekAsync(\"1\")", "", " files:read.bot")]
    [InlineData("f.PingAsync()", "", "")]
    [InlineData("t.ReadAsync(\"Contacts\")", "", " rows:read")]
    public async Task A_plain_manifest_gets_the_scopes(string call, string kinds, string expected) =>
        Assert.Equal(expected, await ChooseAsync("\"scopes\": []", kinds, call));

    [Theory]
    [InlineData("", "bot files:read.bot")]
    [InlineData("user", "user files:read.user")]
    [InlineData("other,user,bot", "user files:read.user")]
    [InlineData("bot,user", "bot files:read.bot")]
    public async Task The_preferred_kind_of_credential_is_chosen(string kinds, string expected) =>
        Assert.Equal(expected, await ChooseAsync("\"credentials\": { \"bot\": [], \"user\": [] }", kinds, "f.PeekAsync(\"1\")"));

    [Fact]
    public async Task Of_two_ways_the_one_that_is_needed_anyway_is_chosen() =>
        Assert.Equal(
            "user files:read.user",
            await ChooseAsync("\"credentials\": { \"bot\": [], \"user\": [] }", "bot", "f.PeekAsync(\"1\")", "Only(f)")
        );

    [Fact]
    public async Task The_same_scope_of_many_calls_is_added_once() =>
        Assert.Equal(" files:read", await ChooseAsync("\"scopes\": []", "", "f.GetAsync(\"1\")", "f.GetAsync(\"2\")", "f.GetAsync(\"3\")"));

    [Fact]
    public async Task What_is_suppressed_is_not_added() =>
        Assert.Equal("", await ChooseAsync("\"scopes\": []", "", "\n#pragma warning disable KXO1001\nf.GetAsync(\"1\")"));

    [Fact]
    public async Task A_scope_on_one_resource_is_added_there() =>
        Assert.Equal(
            "data rows:read on Contacts;data rows:read on Orders",
            await ChooseAsync(
                "\"credentials\": { \"data\": { } }",
                "",
                "t.ReadAsync(\"Orders\")",
                "t.ReadAsync(\"Contacts\")",
                "t.ReadAsync(\"Orders\")"
            )
        );

    [Fact]
    public async Task Each_manifest_gets_what_it_lacks()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", "class P { Task A(IFiles f) => f.GetAsync(\"1\"); static void Main() { } }")
            .File("App/b.scopes.json", """{ "app": "b", "scopes": [] }""")
            .File("App/a.scopes.json", """{ "app": "a", "scopes": [] }""")
            .File("App/c.scopes.json", """{ "app": "c", "scopes": ["files:read"] }""");
        var scans = await ProjectScan.RunAllAsync(solution.Load(), CancellationToken.None);

        Assert.Equal(
            ["/src/App/a.scopes.json", "/src/App/b.scopes.json"],
            MissingAdditions.Choose(scans, []).Select(static addition => addition.Path)
        );
    }

    private static async Task<string> ChooseAsync(string grants, string kinds, params string[] calls)
    {
        var members = calls.Select(static (call, at) => FormattableString.Invariant($"Task M{at}(IFiles f, Tables t) => {call};\n"));
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/P.cs",
                $$"""
                class P
                {
                    {{string.Concat(members)}}
                    static void Main() { }
                    [RequiresScopes("files:read.user", Credential = "user")] static Task Only(IFiles f) => Task.CompletedTask;
                }
                """
            )
            .File("App/bot.scopes.json", $"{{ \"app\": \"bot\", {grants} }}");
        var scans = await ProjectScan.RunAllAsync(solution.Load(), CancellationToken.None);
        return string.Join(
            ';',
            MissingAdditions
                .Choose(scans, kinds.Split(',', StringSplitOptions.RemoveEmptyEntries))
                .Select(static addition =>
                    $"{addition.Kind} {string.Join('+', addition.Scopes)}{(string.IsNullOrEmpty(addition.Resource) ? "" : $" on {addition.Resource}")}"
                )
        );
    }
}
