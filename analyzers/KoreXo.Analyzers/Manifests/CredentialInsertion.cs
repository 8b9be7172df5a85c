using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Requirements;
using KoreXo.OpenApi.Text;

namespace KoreXo.Analyzers.Manifests;

/// <summary>Adds a list with one scope to a manifest that has no list for the kind of credential, or for the resource.</summary>
internal static class CredentialInsertion
{
    /// <summary>Adds a list for a resource to a credential that has one for each; <see langword="null"/> is every resource.</summary>
    public static IReadOnlyList<TextEdit> Edits(string text, ManifestCredential credential, string scope, string? resource) =>
        Member(text, credential.Value, ForResource(scope, resource ?? ResourceScope.Everywhere));

    /// <summary>Adds a credential; for a resource or <c>*</c>, with a list of its own.</summary>
    public static IReadOnlyList<TextEdit> Edits(string text, ScopeManifest manifest, string kind, string scope, string? resource)
    {
        var list = resource is null ? $"[{JsonText.Quote(scope)}]" : $"{{ {ForResource(scope, resource)} }}";
        if (kind.Length == 0)
        {
            return Member(text, manifest.Root!, $"\"scopes\": {list}");
        }

        var member = $"{JsonText.Quote(kind)}: {list}";
        return manifest.CredentialsValue is { } credentials
            ? Member(text, credentials, member)
            : Member(text, manifest.Root!, $"\"credentials\": {{ {member} }}");
    }

    private static string ForResource(string scope, string resource) => $"{JsonText.Quote(resource)}: [{JsonText.Quote(scope)}]";

    // Added as the last member, on its own line if the others are on their own lines.
    private static IReadOnlyList<TextEdit> Member(string text, JsonValue target, string member)
    {
        var close = target.Range.End - 1;
        if (target.Members.Count == 0)
        {
            return [Only(text, target, member)];
        }

        var last = target.Members[target.Members.Count - 1];
        var end = last.Value.Range.End;
        var rest = text.Substring(end, close - end);
        var hasLines = text.IndexOf('\n', target.Range.Start, last.Name.Range.Start - target.Range.Start) >= 0;
        var separator = hasLines
            ? TextLayout.LineBreakBefore(text, last.Name.Range.Start) + TextLayout.Indentation(text, last.Name.Range.Start)
            : " ";
        var comma = CommaEnd(text, end, close);
        return comma < 0
            ? Without(text, end, separator + member)
            : [TextEdit.Insert(JsonTrivia.SkipOnLine(text, comma), separator + member + (rest.IndexOf('\n') >= 0 ? "," : ""))];
    }

    // A comment on the line of the last member stays there.
    private static IReadOnlyList<TextEdit> Without(string text, int end, string added)
    {
        var lineEnd = added[0] == ' ' ? end : JsonTrivia.SkipOnLine(text, end);
        return lineEnd == end ? [TextEdit.Insert(end, "," + added)] : [TextEdit.Insert(end, ","), TextEdit.Insert(lineEnd, added)];
    }

    private static TextEdit Only(string text, JsonValue target, string member)
    {
        var close = target.Range.End - 1;
        var inner = TextRange.Between(target.Range.Start + 1, close);
        var content = text.Substring(inner.Start, inner.Length);
        if (content.IndexOf('\n') < 0)
        {
            return string.IsNullOrWhiteSpace(content) ? new TextEdit(inner, $" {member} ") : TextEdit.Insert(close, member + " ");
        }

        var indentation = TextLayout.Indentation(text, close);
        var lineStart = text.LastIndexOf('\n', close) + 1;
        return lineStart + indentation.Length < close
            ? TextEdit.Insert(close, member)
            : TextEdit.Insert(lineStart, indentation + TextLayout.IndentationUnit(text) + member + TextLayout.LineBreakBefore(text, close));
    }

    private static int CommaEnd(string text, int from, int close)
    {
        var at = from;
        while (at < close)
        {
            if (text[at] == ',')
            {
                return at + 1;
            }

            var next = JsonScanner.CommentEnd(text, at);
            at = next > at ? next : at + 1;
        }

        return -1;
    }
}
