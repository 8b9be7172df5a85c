using KoreXo.Cli.Completion;

namespace KoreXo.Cli.Tests.Completion;

/// <summary>The scripts that a profile runs: what a document suggests must never become a command.</summary>
public sealed class CompletionScriptTests
{
    [Fact]
    public void Each_shell_has_one() => Assert.Equal(["bash", "zsh", "pwsh"], CompletionScript.Shells);

    [Theory]
    [InlineData("bash", "printf '%q' \"$item\"")]
    [InlineData("zsh", "compadd -a items")]
    [InlineData("pwsh", "$_.Replace(\"'\", \"''\")")]
    public void What_is_suggested_is_inserted_quoted(string shell, string quoting) =>
        Assert.Contains(quoting, CompletionScript.Get(shell), StringComparison.Ordinal);

    [Theory]
    [InlineData("bash", "complete -o default -F _korexo_complete korexo\n")]
    [InlineData("zsh", "compdef _korexo korexo\n")]
    [InlineData("pwsh", "}\n")]
    public void It_registers_itself_and_ends_with_a_line(string shell, string end)
    {
        var script = CompletionScript.Get(shell);

        Assert.EndsWith(end, script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
        Assert.DoesNotContain(script, static letter => letter > '~');
    }

    [Theory]
    [InlineData("bash", "eval \"$(korexo completion bash)\"")]
    [InlineData("zsh", "eval \"$(korexo completion zsh)\"")]
    [InlineData("pwsh", "korexo completion pwsh | Out-String | Invoke-Expression")]
    public void It_says_how_a_profile_runs_it(string shell, string line) =>
        Assert.Contains($"# {line}\n", CompletionScript.Get(shell), StringComparison.Ordinal);

    [Fact]
    public async Task Programs_get_it_as_JSON()
    {
        var ended = await Korexo.RunAsync("completion", "zsh", "--json");

        using var json = System.Text.Json.JsonDocument.Parse(ended.Output);
        Assert.Equal("zsh", json.RootElement.GetProperty("shell").GetString());
        Assert.Equal(CompletionScript.Get("zsh"), json.RootElement.GetProperty("script").GetString());
    }
}
