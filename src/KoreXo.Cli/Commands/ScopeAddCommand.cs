using System.CommandLine;
using System.Globalization;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Files;
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
            Description = "The kind of credential to prefer where a call accepts several; can be given more than once.",
        };
        var named = new Option<string[]>("--scope")
        {
            Description = "A scope to add, whatever the code calls; can be given more than once. Requires --manifest.",
        };
        var file = new Option<string?>("--manifest") { Description = "The manifest that --scope is added to." };
        var resource = new Option<string?>("--resource")
        {
            Description = "The resource, such as a table, that --scope is added for; every resource when omitted. Requires --credential.",
        };
        var command = new ScopeEditCommand(
            "add",
            "Add the scopes that are missing from manifests: those that calls require, and those that libraries declare. Grant them in the console too."
        );
        command.Command.Options.Add(credentials);
        command.Command.Options.Add(named);
        command.Command.Options.Add(file);
        command.Command.Options.Add(resource);
        command.Command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    if (parsed.GetValue(named) is { Length: > 0 } scopes)
                    {
                        return await AddNamedAsync(
                            parsed,
                            command,
                            scopes,
                            parsed.GetValue(file) ?? throw new CommandException("--scope requires --manifest FILE."),
                            parsed.GetValue(credentials) ?? [],
                            parsed.GetValue(resource),
                            cancellationToken
                        );
                    }

                    if ((parsed.GetValue(file) ?? parsed.GetValue(resource)) is not null)
                    {
                        throw new CommandException("--manifest and --resource require --scope NAME.");
                    }

                    return await AddMissingAsync(parsed, command, parsed.GetValue(credentials) ?? [], cancellationToken);
                }
            )
        );
        return command.Command;
    }

    private static async Task<int> AddMissingAsync(
        ParseResult parsed,
        ScopeEditCommand command,
        string[] kinds,
        CancellationToken cancellationToken
    )
    {
        using var solution = await command.Target.LoadAsync(parsed, cancellationToken);
        var scans = await ScopeEditCommand.ScanAsync(solution, cancellationToken);
        var told = new List<(string File, string Change)>();
        foreach (var ofManifest in MissingAdditions.Choose(scans, kinds).GroupBy(static addition => addition.Path, StringComparer.Ordinal))
        {
            await ManifestText.EditAsync(
                ofManifest.Key,
                command.Writes(parsed),
                text =>
                    ofManifest.Aggregate(
                        text,
                        static (current, addition) => ManifestEditor.AddScopes(current, addition.Kind, addition.Scopes, addition.Resource)
                    ),
                cancellationToken
            );
            told.AddRange(
                ofManifest
                    .SelectMany(static addition =>
                        addition.Scopes.Select(scope =>
                            $"added '{scope}'{ResourceScope.On(addition.Resource)}{(addition.Kind.Length == 0 ? "" : $" ({addition.Kind})")}"
                        )
                    )
                    .Distinct(StringComparer.Ordinal)
                    .Select(change => (solution.Tell(ofManifest.Key), change))
            );
        }

        await command.TellAsync(parsed, told, "Nothing to add.");
        return ExitCodes.Success;
    }

    private static async Task<int> AddNamedAsync(
        ParseResult parsed,
        ScopeEditCommand command,
        string[] scopes,
        string file,
        string[] kinds,
        string? resource,
        CancellationToken cancellationToken
    )
    {
        var kind = kinds switch
        {
            [] => "",
            [var only] => only,
            _ => throw new CommandException("--scope is added to one kind of credential; use --credential once."),
        };
        if (resource is not null && kind.Length == 0)
        {
            throw new CommandException("--resource requires --credential: scopes are granted on resources for a kind of credential.");
        }

        var changes = new List<(string File, string Change)>();
        foreach (var scope in scopes.Distinct(StringComparer.Ordinal))
        {
            if (
                await ManifestText.EditAsync(
                    file,
                    command.Writes(parsed),
                    text => AddNamed(file, text, kind, scope, resource),
                    cancellationToken
                )
            )
            {
                changes.Add((file, $"added '{scope}'{ResourceScope.On(resource)}{(kind.Length == 0 ? "" : $" ({kind})")}"));
            }
        }

        await command.TellAsync(parsed, changes, "Nothing to add.");
        return ExitCodes.Success;
    }

    private static string AddNamed(string file, string text, string kind, string scope, string? resource)
    {
        var manifest = ManifestReader.Read(text);
        if (manifest.Faults is [var first, ..])
        {
            var line = text.AsSpan(0, first.Range.Start).Count('\n') + 1;
            throw new CommandException(
                string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: {first.Message}. Fix the manifest first.")
            );
        }

        // A list is for every resource, which is more than was asked for.
        return
            ResourceScope.Named(resource) is not null
            && manifest.Credentials.FirstOrDefault(credential => credential.Kind == kind) is { IsPerResource: false }
            ? throw new CommandException(
                $"The manifest lists the scopes of '{kind}' for every resource. Write {{ \"*\": […] }} in place of the list first."
            )
            : ManifestEditor.AddScopes(text, kind, [scope], resource);
    }
}
