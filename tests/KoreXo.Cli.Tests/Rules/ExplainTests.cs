using System.Text.Json;

namespace KoreXo.Cli.Tests.Rules;

public sealed class ExplainTests
{
    private static readonly string Pages = Path.Combine(Korexo.Repository, "docs/rules");

    [Theory]
    [InlineData("KXO1001", "KXO1001")]
    [InlineData("KXO2014", "KXO2014")]
    [InlineData("kxo1020", "KXO1020")]
    [InlineData("2006", "KXO2006")]
    public async Task The_page_of_a_rule_is_printed(string given, string id)
    {
        var ended = await Korexo.RunAsync("explain", given);

        Assert.Equal((0, "", await File.ReadAllTextAsync(Path.Combine(Pages, $"{id}.md"))), (ended.ExitCode, ended.Error, ended.Output));
    }

    [Fact]
    public async Task The_list_has_every_page_with_severity_and_title()
    {
        var ended = await Korexo.RunAsync("explain", "--list");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            Directory.GetFiles(Pages, "KXO*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            lines.Select(static line => line[..7])
        );
        Assert.Matches("^KXO1001  warning +Call needs a scope that the app does not hold$", lines[0]);
    }

    [Fact]
    public async Task Scripts_read_pages_and_the_list_as_json()
    {
        using var page = JsonDocument.Parse((await Korexo.RunAsync("explain", "KXO1003", "--json")).Output);
        using var list = JsonDocument.Parse((await Korexo.RunAsync("explain", "--list", "--json")).Output);

        Assert.StartsWith("# KXO1003: ", page.RootElement.GetProperty("page").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            list.RootElement.GetProperty("rules").EnumerateArray(),
            static rule => rule.GetProperty("id").GetString() == "KXO2013" && rule.GetProperty("severity").GetString() == "info"
        );
    }

    [Theory]
    [InlineData("KXO2104", "There is no rule 'KXO2104'; did you mean 'KXO2004'? 'korexo explain --list' lists all rules.")]
    [InlineData("KX1001", "There is no rule 'KX1001'; did you mean 'KXO1001'? 'korexo explain --list' lists all rules.")]
    [InlineData("CS0246", "There is no rule 'CS0246'. 'korexo explain --list' lists all rules.")]
    public async Task An_unknown_rule_fails_with_the_one_that_was_probably_meant(string id, string message)
    {
        var ended = await Korexo.RunAsync("explain", id);

        Assert.Equal((2, "", $"korexo: {message}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("explain", "KXO1001", "--list")]
    public async Task Either_a_rule_or_the_list_is_asked_for(params string[] arguments)
    {
        var ended = await Korexo.RunAsync(arguments);

        Assert.Equal(
            (2, "", "korexo: Name either a rule or --list, as in 'korexo explain KXO1001'."),
            (ended.ExitCode, ended.Output, ended.Error.TrimEnd())
        );
    }
}
