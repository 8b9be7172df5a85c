using System.CommandLine;
using KoreXo.Analyzers.Manifests;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes rename</c>: corrects the names of scopes in manifests.</summary>
internal static class ScopeRenameCommand
{
    public static Command Create()
    {
        var from = new Option<string?>("--from")
        {
            Description = "The current name. When omitted, every unknown name that is close to a known one is corrected.",
        };
        var to = new Option<string?>("--to") { Description = "The correct name." };
        var command = new ScopeEditCommand("rename", "Correct the names of scopes in manifests.");
        command.Command.Options.Add(from);
        command.Command.Options.Add(to);
        command.Edits(
            (manifest, parsed) =>
            {
                var (old, right) = (parsed.GetValue(from), parsed.GetValue(to));
                if (old is null != right is null)
                {
                    throw new CommandException("--from and --to must be used together.");
                }

                var renames =
                    old is null ? manifest.Misspelt
                    : manifest.Has(old) ? [(old, right!)]
                    : [];
                var kinds = old is null ? manifest.MisspeltKinds : [];
                return (
                    text =>
                        kinds.Aggregate(
                            renames.Aggregate(
                                text,
                                static (current, rename) => ManifestEditor.RenameScope(current, rename.From, rename.To)
                            ),
                            static (current, rename) => ManifestEditor.RenameCredential(current, rename.From, rename.To)
                        ),
                    [.. renames.Concat(kinds).Select(static rename => $"renamed '{rename.From}' to '{rename.To}'")]
                );
            }
        );
        return command.Command;
    }
}
