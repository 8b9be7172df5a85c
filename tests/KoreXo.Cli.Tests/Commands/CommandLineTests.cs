using System.CommandLine;
using KoreXo.Cli.Commands;

namespace KoreXo.Cli.Tests.Commands;

/// <summary>What a script meets when its command line is wrong, its output cannot be written, or it is interrupted.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("scoops", "Unrecognized command or argument 'scoops'; did you mean 'scopes'?", "korexo")]
    [InlineData("scopes reprt", "Unrecognized command or argument 'reprt'; did you mean 'report'?", "korexo scopes")]
    [InlineData("scopes report --jsn", "'--jsn' is not an option of this command; did you mean '--json'?", "korexo scopes report")]
    [InlineData("scopes report a b", "Unrecognized command or argument 'b'.", "korexo scopes report")]
    [InlineData("scopes", "Required command was not provided.", "korexo scopes")]
    [InlineData("spec check", "Required argument 'file' missing for command: 'check'.", "korexo spec check")]
    [InlineData("generate a.yaml", "Option '--output' is required.", "korexo generate")]
    [InlineData("spec diff a b --output", "Required argument missing for option: '--output'.", "korexo spec diff")]
    [InlineData("completion fish", "Argument 'fish' not recognized. Must be one of: 'bash' 'zsh' 'pwsh'", "korexo completion")]
    [InlineData("simulate --faults rain", "Argument 'rain' not recognized. Must be one of: 'none' 'storm'", "korexo simulate")]
    [InlineData("spec diff a b --json maybe", "Unrecognized command or argument 'maybe'.", "korexo spec diff")]
    public async Task A_wrong_command_line_is_one_message_without_help(string words, string problem, string command)
    {
        var ended = await Korexo.RunAsync(words.Split(' '));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(problem, ended.Error, StringComparison.Ordinal);
        Assert.StartsWith("korexo: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith($"\n'{command} --help' shows the usage.\n", ended.Error, StringComparison.Ordinal);
    }

    // What "$TARGET" is when nobody has set the variable.
    [Theory]
    [InlineData("<file>", "spec", "check", "")]
    [InlineData("<old>", "spec", "diff", "", "new.yaml")]
    [InlineData("--output", "spec", "diff", "a.yaml", "b.yaml", "--output", "")]
    [InlineData("--overlay", "spec", "diff", "a.yaml", "b.yaml", "--overlay", "")]
    [InlineData("<documents>", "generate", "", "--output", "out")]
    [InlineData("<documents>", "generate", "a.yaml", "", "--output", "out")]
    [InlineData("--output", "generate", "a.yaml", "--output", "")]
    [InlineData("--part", "generate", "a.yaml", "--output", "out", "--part", "")]
    [InlineData("<target>", "scopes", "report", "")]
    [InlineData("--policy", "scopes", "report", "--policy", "")]
    [InlineData("--base", "scopes", "report", "--base", "")]
    [InlineData("--output", "scopes", "lock", "-o", "")]
    [InlineData("--scope", "scopes", "add", "--scope", "", "--manifest", "a.scopes.json")]
    [InlineData("--manifest", "scopes", "add", "--scope", "a", "--manifest", "")]
    [InlineData("<document>", "simulate", "")]
    [InlineData("--seed", "simulate", "--seed", "")]
    [InlineData("--claim", "token", "make", "--client-id", "a", "--claim", "")]
    [InlineData("<id>", "explain", "")]
    [InlineData("--search", "call", "--search", "")]
    [InlineData("--document", "call", "--document", "")]
    [InlineData("--manifest", "call", "analytics", "list-sessions", "--bot", "st-1", "--simulate", "--manifest", "")]
    [InlineData("--continue", "call", "analytics", "list-sessions", "--bot", "st-1", "--simulate", "--continue", "")]
    public async Task An_empty_value_is_refused_wherever_it_is(string name, params string[] words)
    {
        var ended = await Korexo.RunAsync(words);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            $"korexo: {name} is empty; check the variable that its value comes from.\n'korexo ",
            ended.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_argument_of_an_operation_may_be_an_empty_string()
    {
        var ended = await Korexo.RunAsync("call", "analytics", "list-sessions", "--bot", "st-1", "--from", "", "--simulate");

        Assert.Contains("--from is '', but must be a time", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_a_wrong_command_line_does_not_steer_the_terminal()
    {
        var ended = await Korexo.RunAsync("\u001b[2J");

        Assert.Contains(@"'\u001B[2J'", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ended.Error);
    }

    [Fact]
    public async Task A_full_disk_behind_standard_output_is_no_finding()
    {
        using var disk = new FullDisk();
        using var error = new StringWriter();

        var exitCode = await CommandLine.RunAsync(
            ["explain", "--list"],
            new InvocationConfiguration { Output = disk, Error = error },
            default
        );

        Assert.Equal((2, $"korexo: No space left on device{error.NewLine}"), (exitCode, error.ToString()));
    }

    [Fact]
    public async Task An_interrupted_command_ends_as_shells_expect()
    {
        using var error = new StringWriter();
        using var pressed = new CancellationTokenSource();
        await pressed.CancelAsync();

        var exitCode = await CommandLine.RunAsync(
            ["spec", "check", Specs.SpecDocuments.PathOf("old/shop.openapi.yaml")],
            new InvocationConfiguration { Output = TextWriter.Null, Error = error },
            pressed.Token
        );

        Assert.Equal((130, ""), (exitCode, error.ToString()));
    }

    private sealed class FullDisk : StringWriter
    {
        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
