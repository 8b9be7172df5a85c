using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>
/// Changes the text of a manifest and leaves everything else in it as it is: comments, order, indentation, line ends. Knows no workspace,
/// so that editors, <c>dotnet format</c> and command lines share it.
/// </summary>
internal static class ManifestEditor
{
    /// <summary>Adds scopes to a credential.</summary>
    /// <param name="text">The manifest.</param>
    /// <param name="kind">The kind of the credential, "" for plain <c>"scopes"</c>.</param>
    /// <param name="scopes">The scopes; those that stand there already are left.</param>
    /// <returns>The new text; the old one if the manifest cannot be read or has no such credential.</returns>
    public static string AddScopes(string text, string kind, IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            var manifest = ManifestReader.Read(text);
            var credential = manifest.Credentials.FirstOrDefault(candidate => candidate.Kind == kind);
            if (!manifest.IsReadable || credential is null)
            {
                return text;
            }

            if (credential.Scopes.All(entry => entry.Scope != scope))
            {
                text = Apply(text, ListInsertion.Edits(text, credential.List, scope));
            }
        }

        return text;
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

    private static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(static edit => edit.Range.Start))
        {
            text = text.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText);
        }

        return text;
    }
}
