using System.CommandLine;
using KoreXo.Cli.Manifests;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;

namespace KoreXo.Cli.Commands;

/// <summary>What the commands that change manifests have in common: a target, a trial run, and a line for each file.</summary>
internal sealed class ScopeEditCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be changed; change nothing." };

    public ScopeEditCommand(string name, string description)
    {
        Command = new Command(name, description) { _dryRun };
        Target.AddTo(Command);
    }

    public Command Command { get; }

    public TargetOptions Target { get; } = new();

    public bool Writes(ParseResult parsed) => !parsed.GetValue(_dryRun);

    /// <summary>Looks at every project and then edits every manifest that can be read.</summary>
    /// <param name="edit">Gives the new text of a manifest, and what was done to it, a line each.</param>
    public void Edits(Func<ManifestScan, ParseResult, (Func<string, string> Edit, IReadOnlyList<string> Changes)> edit) =>
        Command.SetAction(CommandRun.Guarded(async (parsed, cancellationToken) =>
        {
            using var solution = await Target.LoadAsync(parsed, cancellationToken);
            var scans = await ProjectScan.RunAllAsync(solution, cancellationToken);
            var changedAny = false;
            foreach (var manifest in ManifestScan.All(scans))
            {
                var (apply, changes) = edit(manifest, parsed);
                var path = manifest.App.File.Path;
                if (changes.Count > 0 && await ManifestText.EditAsync(path, Writes(parsed), apply, cancellationToken))
                {
                    changedAny = true;
                    await TellAsync(parsed, solution, path, changes);
                }
            }

            if (!changedAny)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync("Nothing to change.");
            }

            return ExitCodes.Success;
        }));

    private async Task TellAsync(ParseResult parsed, LoadedSolution solution, string path, IReadOnlyList<string> changes)
    {
        foreach (var change in changes)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{solution.Tell(path)}: {(Writes(parsed) ? "" : "would be ")}{change}");
        }
    }
}
