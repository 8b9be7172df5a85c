using System.CommandLine;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Commands;

/// <summary>
/// <c>korexo scopes declare</c>: keeps <c>[assembly: UsesScopes]</c> of libraries up to date, by which the apps that reference them are
/// checked.
/// </summary>
internal static class ScopeDeclareCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; exit with 1 when a declaration is out of date." };
        var command = new ScopeEditCommand(
            "declare",
            "Keep [assembly: UsesScopes] of libraries without a manifest up to date, so that apps which reference them are checked."
        );
        command.Command.Options.Add(check);
        command.Command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    using var solution = await command.Target.LoadAsync(parsed, cancellationToken);
                    var writes = command.Writes(parsed) && !parsed.GetValue(check);
                    var told = new List<(string File, string Change)>();
                    foreach (
                        var frameworks in solution
                            // A project with several target frameworks is loaded once for each. The attribute is in a file that all of them
                            // compile, so it has to cover them all.
                            .Projects.GroupBy(static project => project.FilePath, StringComparer.Ordinal)
                            .Select(static same => same.ToList())
                    )
                    {
                        var scans = new List<ProjectScan>();
                        foreach (var project in frameworks)
                        {
                            scans.Add(await ProjectScan.RunAsync(solution, project, cancellationToken));
                        }

                        if (await LibraryDeclaration.FindAsync(frameworks, scans, cancellationToken) is { } declaration)
                        {
                            await WriteAsync(declaration, writes, cancellationToken);
                            told.Add((solution.Tell(declaration.Path), declaration.Change));
                        }
                    }

                    await command.TellAsync(parsed, told, "Nothing to change.", writes);
                    return parsed.GetValue(check) && told.Count > 0 ? ExitCodes.Found : ExitCodes.Success;
                }
            )
        );
        return command.Command;
    }

    private static async Task WriteAsync(LibraryDeclaration declaration, bool write, CancellationToken cancellationToken)
    {
        if (File.Exists(declaration.Path))
        {
            await ManifestText.EditAsync(declaration.Path, write, _ => declaration.Text, cancellationToken);
        }
        else if (write)
        {
            await CommandRun.WriteFileAsync(declaration.Path, declaration.Text, cancellationToken);
        }
    }
}
