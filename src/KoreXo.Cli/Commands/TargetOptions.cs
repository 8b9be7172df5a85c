using System.CommandLine;
using KoreXo.Cli.Solutions;

namespace KoreXo.Cli.Commands;

/// <summary>The arguments and options of every command that analyzes a solution.</summary>
internal sealed class TargetOptions
{
    private readonly Argument<string> _target = new("target")
    {
        Description = "A solution (.sln, .slnx), a C# project, or a folder that has exactly one.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<bool> _noRestore = new("--no-restore") { Description = "Do not restore packages first." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_target);
        command.Options.Add(_noRestore);
    }

    public Task<LoadedSolution> LoadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = TargetPath.Resolve(parsed.GetValue(_target)!);
        return CommandRun.WatchedAsync(
            $"Loading {path}",
            () => SolutionLoader.LoadAsync(path, !parsed.GetValue(_noRestore), cancellationToken)
        );
    }
}
