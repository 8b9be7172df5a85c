using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>
/// Applies the actions of an overlay (OpenAPI Overlay 1.0 and 1.1) to a document before it is read, in order. An action that cannot be
/// applied is reported at its location in the overlay.
/// </summary>
internal static class OverlayReader
{
    public static void Apply(SpecNode root, IReadOnlyList<string> names, SpecFiles files)
    {
        var size = new OverlaySize(root);
        foreach (var name in names)
        {
            Apply(root, size, name, files);
        }
    }

    private static void Apply(SpecNode root, OverlaySize size, string name, SpecFiles files)
    {
        if ((files.Find(SpecFiles.Combine(files.Document, name)) ?? files.Find(name)) is not { } part)
        {
            files.Report(SpecRules.InvalidOption, null, "", $"Overlays '{name}'", "the name of a file of the project");
            return;
        }

        if (files.Read(part) is not { } overlay)
        {
            return;
        }

        if (overlay["overlay"]?.Text is not { } version || (version != "1" && !version.StartsWith("1.", StringComparison.Ordinal)))
        {
            Report(files, overlay["overlay"] ?? overlay, "", "it is no overlay of version 1.0 or 1.1; it needs 'overlay: 1.0.0'");
            return;
        }

        if (overlay["actions"] is not { Kind: SpecNodeKind.Array } actions)
        {
            Report(files, overlay, "", "it has no 'actions'");
            return;
        }

        for (var i = 0; i < actions.Items.Count; i++)
        {
            Apply(root, size, actions.Items[i], JsonPointer.Append("/actions", i), files);
        }
    }

    private static void Apply(SpecNode root, OverlaySize size, SpecNode action, string pointer, SpecFiles files)
    {
        if (Select(root, action, "target", pointer, files) is not { } matches)
        {
            return;
        }

        if (action.Boolean("remove") == true)
        {
            matches.Reverse(); // of a list, the last first, so that the others stay where they are
            foreach (var match in matches.Where(match => !match.Remove()))
            {
                Report(files, action, pointer, "the document as a whole cannot be removed");
            }

            return;
        }

        var update = action["update"];
        if (action["copy"] is not null)
        {
            if (Select(root, action, "copy", pointer, files) is not { } sources)
            {
                return;
            }

            if (sources.Count != 1)
            {
                Report(files, action["copy"]!, pointer, $"'copy' must select one value, not {sources.Count}");
                return;
            }

            // Copied first: the target may be the source, or contain it.
            update = sources[0].Node.Copy(source: null);
        }

        if (update is null)
        {
            Report(files, action, pointer, "an action needs 'update', 'copy' or 'remove: true'");
            return;
        }

        if (!size.TryAdd(update, matches.Count))
        {
            Report(files, action, pointer, "the document would become too large; select fewer values, or update them with less");
            return;
        }

        foreach (var misfit in matches.SelectMany(match => match.Update(update)))
        {
            Report(files, action, pointer, misfit);
        }
    }

    /// <summary>Returns the values that a query selects; null if it selects none, which is reported.</summary>
    private static List<SpecMatch>? Select(SpecNode root, SpecNode action, string name, string pointer, SpecFiles files)
    {
        if (action.String(name) is not { } query)
        {
            Report(files, action[name] ?? action, pointer, $"an action needs '{name}', a JSONPath");
            return null;
        }

        try
        {
            var matches = JsonPathQuery.Parse(query).Select(root);
            if (matches.Count == 0)
            {
                Report(
                    files,
                    action[name]!,
                    pointer,
                    $"'{query}' selects nothing in '{Path.GetFileName(files.Document)}'; correct it or remove it"
                );
            }

            return matches.Count == 0 ? null : matches;
        }
        catch (FormatException fault)
        {
            Report(files, action[name]!, pointer, $"'{query}' is no JSONPath: {fault.Message}");
            return null;
        }
    }

    private static void Report(SpecFiles files, SpecNode at, string pointer, string what) =>
        files.Report(SpecRules.InvalidOverlay, at, pointer, Path.GetFileName(at.Source ?? files.Document), what);
}
