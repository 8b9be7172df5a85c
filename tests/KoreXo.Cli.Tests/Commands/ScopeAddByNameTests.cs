using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Commands;

/// <summary><c>korexo scopes add --scope NAME --manifest FILE</c>, which needs no project.</summary>
public sealed class ScopeAddByNameTests
{
    [Theory]
    [InlineData("""{"app":"a","scopes":["b"]}""", """{"app":"a","scopes":["b", "n"]}""")]
    [InlineData("""{"app":"a"}""", """{"app":"a", "scopes": ["n"]}""")]
    [InlineData("""{"app":"a","scopes":[]} // why""", """{"app":"a","scopes":["n"]} // why""")]
    public async Task A_scope_is_added_and_the_rest_stays(string before, string after)
    {
        using var folder = new SpecFolder().Write("a.scopes.json", before);

        var ended = await AddAsync(folder, "--scope", "n");

        Assert.Equal((0, "", $"{folder.File("a.scopes.json")}: added 'n'"), (ended.ExitCode, ended.Error, ended.Output.TrimEnd()));
        Assert.Equal(after, Text(folder));
    }

    [Fact]
    public async Task A_byte_order_mark_and_line_ends_of_Windows_stay()
    {
        using var folder = new SpecFolder();
        byte[] before = [.. Encoding.UTF8.Preamble, .. "{\r\n  \"app\": \"a\",\r\n  \"scopes\": [\r\n    \"b\"\r\n  ]\r\n}\r\n"u8];
        await File.WriteAllBytesAsync(folder.File("a.scopes.json"), before);

        await AddAsync(folder, "--scope", "c");

        byte[] after =
        [
            .. Encoding.UTF8.Preamble,
            .. "{\r\n  \"app\": \"a\",\r\n  \"scopes\": [\r\n    \"b\",\r\n    \"c\"\r\n  ]\r\n}\r\n"u8,
        ];
        Assert.Equal(after, await File.ReadAllBytesAsync(folder.File("a.scopes.json")));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[1]", 1)]
    [InlineData("{\n\"app\": \"a\",\n\"scopes\": [\"b\",", 3)]
    [InlineData("{\n\"app\": \"a\",\n\"scopes\": [\"\"]\n}", 3)]
    [InlineData("{\n\"app\": \"\"\n}", 2)]
    public async Task A_manifest_that_is_not_valid_is_not_said_to_have_the_scope(string text, int line)
    {
        using var folder = new SpecFolder().Write("a.scopes.json", text);

        var ended = await AddAsync(folder, "--scope", "n");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith($"korexo: {folder.File("a.scopes.json")}, line {line}: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith(". Fix the manifest first.", ended.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(text, Text(folder));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_not_replaced()
    {
        using var folder = new SpecFolder();
        byte[] before = [.. """{"app":"a","scopes":["""u8, (byte)'"', 0xE9, (byte)'"', .. "]}"u8];
        await File.WriteAllBytesAsync(folder.File("a.scopes.json"), before);

        var ended = await AddAsync(folder, "--scope", "n");

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File("a.scopes.json")));
    }

    [Fact]
    public async Task A_folder_is_called_one()
    {
        using var folder = new SpecFolder();

        var ended = await Korexo.RunAsync("scopes", "add", "--scope", "n", "--manifest", folder.Path);

        Assert.Equal((2, $"korexo: {folder.Path} cannot be changed: It is a folder."), (ended.ExitCode, ended.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("--scope requires --manifest FILE.", "--scope", "n")]
    [InlineData("--manifest and --resource require --scope NAME.", "--manifest", "a.scopes.json")]
    [InlineData("--manifest and --resource require --scope NAME.", "--resource", "Contacts")]
    [InlineData(
        "--scope is added to one kind of credential; use --credential once.",
        "--scope",
        "n",
        "--manifest",
        "a.scopes.json",
        "--credential",
        "data",
        "--credential",
        "admin"
    )]
    [InlineData(
        "--resource requires --credential: scopes are granted on resources for a kind of credential.",
        "--scope",
        "n",
        "--manifest",
        "a.scopes.json",
        "--resource",
        "Contacts"
    )]
    public async Task Options_that_do_not_fit_together_are_refused(string message, params string[] options)
    {
        var ended = await Korexo.RunAsync(["scopes", "add", .. options]);

        Assert.Equal((2, "", $"korexo: {message}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_list_for_every_resource_is_not_replaced_by_one_for_a_resource()
    {
        using var folder = new SpecFolder().Write("a.scopes.json", """{"app":"a","credentials":{"data":["b"]}}""");

        var ended = await AddAsync(folder, "--scope", "n", "--credential", "data", "--resource", "Contacts");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("lists the scopes of 'data' for every resource", ended.Error, StringComparison.Ordinal);
        Assert.Equal("""{"app":"a","credentials":{"data":["b"]}}""", Text(folder));
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_writes_nothing()
    {
        using var folder = new SpecFolder().Write("a.scopes.json", """{"app":"a"}""");

        var ended = await AddAsync(folder, "--scope", "n", "--dry-run");

        Assert.Equal((0, $"{folder.File("a.scopes.json")}: would be added 'n'"), (ended.ExitCode, ended.Output.TrimEnd()));
        Assert.Equal("""{"app":"a"}""", Text(folder));
    }

    [Fact]
    public async Task Json_lists_each_scope_once_however_often_it_is_given()
    {
        using var folder = new SpecFolder().Write("a.scopes.json", """{"app":"a","scopes":["b"]}""");

        var ended = await AddAsync(folder, "--scope", "n", "--scope", "b", "--scope", "n", "--scope", "\u001b[2J\"", "--json");

        var json = JsonNode.Parse(ended.Output)!;
        Assert.True(json["written"]!.GetValue<bool>());
        Assert.Equal(
            ["added 'n'", "added '\u001b[2J\"'"],
            json["changes"]!.AsArray().Select(static change => change!["change"]!.GetValue<string>())
        );
        Assert.Equal("""{"app":"a","scopes":["\u001B[2J\"", "b", "n"]}""", Text(folder), ignoreCase: true);
    }

    private static Task<Korexo.Ended> AddAsync(SpecFolder folder, params string[] options) =>
        Korexo.RunAsync(["scopes", "add", .. options, "--manifest", folder.File("a.scopes.json")]);

    private static string Text(SpecFolder folder) => File.ReadAllText(folder.File("a.scopes.json"));
}
