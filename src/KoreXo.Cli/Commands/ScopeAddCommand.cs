using System.CommandLine;
using KoreXo.Analyzers.Manifests;
using KoreXo.Cli.Manifests;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes add</c>: adds missing scopes to manifests, as the fix in an editor does.</summary>
internal static class ScopeAddCommand
{
    public static Command Create()
    {
        var credentials = new Option<string[]>("--credential")
        {
            Description = "The kind of credential to prefer where a call may be made with several; may be repeated.",
        };
        var command = new ScopeEditCommand(
            "add",
            "Add to manifests what the calls of their apps lack, and what libraries declare to use. Grant it in the console too."
        );
        command.Command.Options.Add(credentials);
        command.Command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    using var solution = await command.Target.LoadAsync(parsed, cancellationToken);
                    var scans = await ProjectScan.RunAllAsync(solution, cancellationToken);
                    var told = new List<(string File, string Change)>();
                    foreach (
                        var ofManifest in MissingAdditions
                            .Choose(scans, parsed.GetValue(credentials) ?? [])
                            .GroupBy(static addition => addition.Path, StringComparer.Ordinal)
                    )
                    {
                        await ManifestText.EditAsync(
                            ofManifest.Key,
                            command.Writes(parsed),
                            text =>
                                ofManifest.Aggregate(
                                    text,
                                    static (current, addition) => ManifestEditor.AddScopes(current, addition.Kind, addition.Scopes)
                                ),
                            cancellationToken
                        );
                        told.AddRange(
                            ofManifest
                                .SelectMany(static addition =>
                                    addition.Scopes.Select(scope =>
                                        $"added '{scope}'{(addition.Kind.Length == 0 ? "" : $" ({addition.Kind})")}"
                                    )
                                )
                                .Distinct(StringComparer.Ordinal)
                                .Select(change => (solution.Tell(ofManifest.Key), change))
                        );
                    }

                    await command.TellAsync(parsed, told, "Nothing to add.");
                    return ExitCodes.Success;
                }
            )
        );
        return command.Command;
    }
}
