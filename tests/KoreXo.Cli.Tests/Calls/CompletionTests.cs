using System.Diagnostics;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A shell completes areas, operations, options and their values.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("korexo call ana", "analytics")]
    [InlineData("korexo call analytics list-sess", "list-sessions")]
    [InlineData("korexo call analytics list-sessions --containment-", "--containment-type")]
    [InlineData("korexo call analytics list-sessions --containment-type self", "selfService")]
    [InlineData("korexo call analytics list-sessions --output csv --page-", "--page-all")]
    [InlineData("korexo scopes rep", "report")]
    public async Task The_tool_completes_what_is_typed(string line, string expected)
    {
        var ended = await Korexo.RunAsync($"[suggest:{line.Length}]", line);

        Assert.Contains(expected, ended.Output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Bash_completes_by_the_script()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // bash is not everywhere, and the script is the same
        }

        var script = (await Korexo.RunAsync("completion", "bash")).Output;
        var tool = Path.Combine(AppContext.BaseDirectory, "korexo.dll");
        var start = new ProcessStartInfo("bash")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(
            $$"""
            korexo() { dotnet '{{tool}}' "$@"; }
            {{script}}
            COMP_LINE='korexo call data-tables delete-r'
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=(korexo call data-tables delete-r)
            COMP_CWORD=3
            _korexo_complete
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p korexo
            """
        );
        bash.StandardInput.Close();
        var printed = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.Equal("delete-rows\ncomplete -o default -F _korexo_complete korexo\n", printed);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task Each_script_asks_the_tool(string shell)
    {
        var ended = await Korexo.RunAsync("completion", shell);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("korexo \"[suggest:", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_refused() => Assert.Equal(2, (await Korexo.RunAsync("completion", "fish")).ExitCode);
}
