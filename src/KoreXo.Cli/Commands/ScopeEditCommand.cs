using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;

namespace KoreXo.Cli.Commands;

/// <summary>What the commands that change manifests share: a target, a dry run, and one line of output per change.</summary>
internal sealed class ScopeEditCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change without changing anything." };

    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };

    public ScopeEditCommand(string name, string description)
    {
        Command = new Command(name, description) { _dryRun, _json };
        Target.AddTo(Command);
    }

    public Command Command { get; }

    public TargetOptions Target { get; } = new();

    public bool Writes(ParseResult parsed) => !parsed.GetValue(_dryRun);

    /// <summary>Analyzes every project.</summary>
    /// <exception cref="CommandException">A manifest cannot be read, so that it is unknown what it grants.</exception>
    public static async Task<IReadOnlyList<ProjectScan>> ScanAsync(LoadedSolution solution, CancellationToken cancellationToken)
    {
        var scans = await ProjectScan.RunAllAsync(solution, cancellationToken);
        var faults = scans
            .SelectMany(static scan => scan.Diagnostics)
            .Where(static diagnostic => diagnostic.Id == ScopeRules.UnreadableManifest.Id)
            .Select(solution.Describe)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return faults.Count == 0
            ? scans
            : throw new CommandException(
                $"A manifest cannot be read, so nothing was changed. Fix it first.{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(static fault => $"  {fault}"))}"
            );
    }

    /// <summary>Sets the action: analyzes every project, then edits every manifest.</summary>
    /// <param name="edit">Returns the edit to apply to a manifest's text and a description of each change.</param>
    public void Edits(Func<ManifestScan, ParseResult, (Func<string, string> Edit, IReadOnlyList<string> Changes)> edit) =>
        Command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    using var solution = await Target.LoadAsync(parsed, cancellationToken);
                    var scans = await ScanAsync(solution, cancellationToken);
                    var reported = new List<(string File, string Change)>();
                    foreach (var manifest in ManifestScan.All(scans))
                    {
                        var (apply, changes) = edit(manifest, parsed);
                        var path = manifest.App.File.Path;
                        if (changes.Count > 0 && await ManifestText.EditAsync(path, Writes(parsed), apply, cancellationToken))
                        {
                            reported.AddRange(changes.Select(change => (solution.Tell(path), change)));
                        }
                    }

                    await TellAsync(parsed, reported, "Nothing to change.");
                    return ExitCodes.Success;
                }
            )
        );

    /// <summary>Reports the changes that were or would be made. If there are none, the text output is <paramref name="nothing"/>.</summary>
    public Task TellAsync(ParseResult parsed, IReadOnlyList<(string File, string Change)> changes, string nothing) =>
        TellAsync(parsed, changes, nothing, Writes(parsed));

    /// <summary>Reports the changes that were or would be made. If there are none, the text output is <paramref name="nothing"/>.</summary>
    public Task TellAsync(ParseResult parsed, IReadOnlyList<(string File, string Change)> changes, string nothing, bool written)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
        {
            return output.WriteAsync(
                JsonText.Write(
                    new JsonObject
                    {
                        ["written"] = written,
                        ["changes"] = new JsonArray([
                            .. changes.Select(
                                static JsonNode (entry) => new JsonObject { ["file"] = entry.File, ["change"] = entry.Change }
                            ),
                        ]),
                    }
                )
            );
        }

        var lines = changes.Select(entry => $"{entry.File}: {(written ? "" : "would be ")}{entry.Change}").DefaultIfEmpty(nothing);
        return output.WriteLineAsync(string.Join(Environment.NewLine, lines.Select(ShownText.From)));
    }
}
