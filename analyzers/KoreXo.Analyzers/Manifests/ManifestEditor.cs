using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Manifests;

/// <summary>
/// Edits the text of a manifest and preserves everything else in it: comments, order, indentation, line endings. It does not depend on a
/// workspace, so that editors, <c>dotnet format</c> and the command line share it.
/// </summary>
internal static class ManifestEditor
{
    /// <summary>Adds scopes to a credential, and the credential if the manifest does not have it.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="kind">The kind of the credential, "" for plain <c>"scopes"</c>.</param>
    /// <param name="scopes">The scopes; those already listed are skipped.</param>
    /// <param name="resource">The resource, <c>*</c> or <see langword="null"/> for every resource. A credential with one list has no
    /// other place than that.</param>
    /// <returns>The new text, or the old one if the manifest cannot be read.</returns>
    public static string AddScopes(string text, string kind, IEnumerable<string> scopes, string? resource = null)
    {
        var name = ResourceScope.Named(resource);
        foreach (var scope in scopes)
        {
            var manifest = ManifestReader.Read(text);
            if (!manifest.IsReadable)
            {
                return text;
            }

            var credential = manifest.Credentials.FirstOrDefault(candidate => candidate.Kind == kind);
            if (credential is null)
            {
                text = Apply(text, CredentialInsertion.Edits(text, manifest, kind, scope, resource));
            }
            else if (credential.Scopes.All(entry => entry.Scope != scope || (entry.Resource is not null && entry.Resource != name)))
            {
                var list = credential.Lists.FirstOrDefault(candidate => !credential.IsPerResource || candidate.Resource == name);
                text = Apply(
                    text,
                    list is null ? CredentialInsertion.Edits(text, credential, scope, name) : ListInsertion.Edits(text, list.List, scope)
                );
            }
        }

        return text;
    }

    /// <summary>Renames a kind of credential, unless the manifest already has one with the new name.</summary>
    public static string RenameCredential(string text, string from, string to)
    {
        var manifest = ManifestReader.Read(text);
        return
            manifest.IsReadable
            && manifest.Credentials.All(credential => credential.Kind != to)
            && manifest.Credentials.FirstOrDefault(credential => credential.Kind == from) is { } renamed
            ? Apply(text, [new TextEdit(renamed.Name, JsonText.Quote(to))])
            : text;
    }

    /// <summary>Renames a scope wherever it is held or reserved.</summary>
    public static string RenameScope(string text, string from, string to)
    {
        var manifest = ManifestReader.Read(text);
        if (!manifest.IsReadable)
        {
            return text;
        }

        var entries = manifest.Credentials.SelectMany(static credential => credential.Scopes).Concat(manifest.Reserved);
        return Apply(text, [.. entries.Where(entry => entry.Scope == from).Select(entry => new TextEdit(entry.Range, JsonText.Quote(to)))]);
    }

    /// <summary>Removes entries, each with its comma and the comment on its line.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="entries">The ranges of the entries, in any order.</param>
    /// <returns>The new text, or the old one if the manifest cannot be read.</returns>
    public static string RemoveScopes(string text, IEnumerable<TextRange> entries)
    {
        // From the end, so that the ranges of the remaining entries stay valid.
        foreach (var entry in entries.OrderByDescending(static entry => entry.Start))
        {
            var manifest = ManifestReader.Read(text);
            if (!manifest.IsReadable)
            {
                return text;
            }

            var list = manifest
                .Credentials.SelectMany(static credential => credential.Lists)
                .Select(static list => list.List)
                .FirstOrDefault(list => list.Items.Any(item => item.Value.Range == entry));
            if (list is not null)
            {
                text = Apply(text, ListRemoval.Edits(text, list, entry));
            }
        }

        return text;
    }

    private static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(static edit => edit.Range.Start))
        {
            text = text.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText);
        }

        return text;
    }
}
