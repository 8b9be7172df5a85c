using System.CommandLine;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes init</c>: writes a manifest for each executable that needs one and has none.</summary>
internal static class ScopeInitCommand
{
    public static Command Create()
    {
        var app = new Option<string?>("--app") { Description = "The name of the app and of its file; the default is the project's name." };
        var credentials = new Option<string[]>("--credential")
        {
            Description = "The kind of credential to prefer where a call accepts several; can be given more than once.",
        };
        var command = new ScopeEditCommand(
            "init",
            "Write a manifest for each executable that calls scoped APIs and has none. Existing manifests are not touched."
        );
        command.Command.Options.Add(app);
        command.Command.Options.Add(credentials);
        command.Command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    using var solution = await command.Target.LoadAsync(parsed, cancellationToken);
                    var reported = new List<(string File, string Change)>();
                    foreach (
                        var project in solution
                            .Projects.Where(NeedsManifest)
                            .DistinctBy(static project => project.FilePath, StringComparer.Ordinal)
                    )
                    {
                        var path = Path.Combine(
                            Path.GetDirectoryName(project.FilePath)!,
                            $"{parsed.GetValue(app) ?? Path.GetFileNameWithoutExtension(project.FilePath)}.scopes.json"
                        );
                        if (await DraftAsync(solution, project, parsed.GetValue(credentials) ?? [], cancellationToken) is { } draft)
                        {
                            await WriteAsync(
                                path,
                                draft.Write(Path.GetFileName(path)[..^".scopes.json".Length]),
                                command.Writes(parsed),
                                cancellationToken
                            );
                            reported.Add((solution.Tell(path), "written"));
                        }
                    }

                    await command.TellAsync(parsed, reported, "Nothing to write: no executable calls scoped APIs without a manifest.");
                    return ExitCodes.Success;
                }
            )
        );
        return command.Command;
    }

    private static bool NeedsManifest(Project project) =>
        project.CompilationOptions is { } options
        && ManifestPolicy.IsRequired(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions, options.OutputKind);

    /// <summary>Collects what an executable and the libraries it references need; <see langword="null"/> if it needs no manifest.</summary>
    private static async Task<ManifestDraft?> DraftAsync(
        LoadedSolution solution,
        Project project,
        string[] credentials,
        CancellationToken cancellationToken
    )
    {
        var scan = await ProjectScan.RunAsync(solution, project, cancellationToken);
        if (scan.Log.Project is not { Apps.Files.IsEmpty: true } own)
        {
            return null;
        }

        // As in KXO1021, scopes that a guard asks for first are optional, so they are left out unless the app makes no other calls.
        var needs = own.Uses.Unguarded.ToList();
        if (needs.Count == 0)
        {
            needs.AddRange(own.Uses.Needs);
        }

        foreach (var library in solution.ReferencedBy(project))
        {
            var scanned = await ProjectScan.RunAsync(solution, library, cancellationToken);
            needs.AddRange(scanned.Log.Calls.Select(static call => call.Call.Need));
        }

        var named = own.References.References.SelectMany(ScopeAttributes.Used);
        var least = LeastScopes.Choose(needs, named, own.Catalog, credentials);
        return least.Count == 0 ? null : new ManifestDraft(least);
    }

    private static async Task WriteAsync(string path, string text, bool write, CancellationToken cancellationToken)
    {
        if (!write)
        {
            return;
        }

        if (File.Exists(path))
        {
            throw new CommandException($"{path} already exists.");
        }

        await CommandRun.WriteFileAsync(path, text, cancellationToken);
    }
}
