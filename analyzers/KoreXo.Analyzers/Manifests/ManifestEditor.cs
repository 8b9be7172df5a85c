using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>
/// Changes the text of a manifest and leaves everything else in it as it is: comments, order, indentation, line ends. Knows no workspace,
/// so that editors, <c>dotnet format</c> and command lines share it.
/// </summary>
internal static class ManifestEditor
{
    /// <summary>Adds scopes to a credential, and the credential if the manifest does not have it.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="kind">The kind of the credential, "" for plain <c>"scopes"</c>.</param>
    /// <param name="scopes">The scopes; those that stand there already are left.</param>
    /// <returns>The new text; the old one if the manifest cannot be read.</returns>
    public static string AddScopes(string text, string kind, IEnumerable<string> scopes)
    {
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
                text = Apply(text, CredentialInsertion.Edits(text, manifest, kind, scope));
            }
            else if (credential.Scopes.All(entry => entry.Scope != scope))
            {
                text = Apply(text, ListInsertion.Edits(text, credential.List, scope));
            }
        }

        return text;
    }

    /// <summary>Calls a kind of credential differently; not if the manifest has one that is called so.</summary>
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

    /// <summary>Spells a scope differently wherever it is held or reserved.</summary>
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

    /// <summary>Removes entries, each with its comma and what is said about it on its line.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="entries">Where the entries stand, in any order.</param>
    /// <returns>The new text; the old one if the manifest cannot be read.</returns>
    public static string RemoveScopes(string text, IEnumerable<TextRange> entries)
    {
        // From the end, so that what is still to be removed stays where it was.
        foreach (var entry in entries.OrderByDescending(static entry => entry.Start))
        {
            var manifest = ManifestReader.Read(text);
            if (!manifest.IsReadable)
            {
                return text;
            }

            var list = manifest
                .Credentials.Select(static credential => credential.List)
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
