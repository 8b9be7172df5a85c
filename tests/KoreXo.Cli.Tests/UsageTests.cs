namespace KoreXo.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task An_unknown_command_is_refused_with_the_usage()
    {
        var ended = await Korexo.RunAsync("scoops");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("scoops", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_fault()
    {
        var ended = await Korexo.RunAsync("scopes", "report", "--help");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("--sarif", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_names_every_command()
    {
        var readme = File.ReadAllText(Path.Combine(Korexo.Repository, "src/KoreXo.Cli/README.md"));
        var commands = Leaves(KoreXo.Cli.Commands.RootCommands.Create(), "korexo");

        Assert.All(commands, command => Assert.Contains($"`{command}", readme, StringComparison.Ordinal));
        static IEnumerable<string> Leaves(System.CommandLine.Command command, string path) =>
            command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(inner => Leaves(inner, $"{path} {inner.Name}"));
    }

    [Fact]
    public void Every_command_can_write_json()
    {
        Assert.All(
            Leaves(KoreXo.Cli.Commands.RootCommands.Create()),
            static command => Assert.Contains(command.Options, static option => option.Name == "--json")
        );
        static IEnumerable<System.CommandLine.Command> Leaves(System.CommandLine.Command command) =>
            command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
    }
}
