using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Resolves references to names that schemas give themselves: <c>$id</c>, <c>$anchor</c>, <c>$dynamicAnchor</c>. They are rewritten to
/// pointers into the document. A reference that is not found is left to the reference check.
/// </summary>
internal sealed class SchemaIds
{
    private static readonly Uri NoBase = new("https://document.invalid/");

    private readonly SpecNode _root;
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _anchors = new(StringComparer.Ordinal);
    private readonly List<(SpecNode Node, string Keyword, Uri Base, string Resource)> _references = [];
    private readonly HashSet<SpecNode> _seen = [];
    private readonly PointerStack _pointer = new();

    private SchemaIds(SpecNode root) => _root = root;

    public static void Run(SpecNode root)
    {
        if (root["openapi"]?.Text.StartsWith("3.0", StringComparison.Ordinal) != false)
        {
            // Schemas have names of their own since 3.1.
            return;
        }

        var ids = new SchemaIds(root);
        ids.Visit(root, Resolve(NoBase, root.String("$self")) ?? NoBase, "", namesAreFree: false);
        foreach (var (node, keyword, @base, resource) in ids._references)
        {
            ids.Rewrite(node, keyword, @base, resource);
        }
    }

    /// <summary>Returns the pointer of the first schema with an anchor; null if there is none.</summary>
    public static string? PointerOf(SpecNode root, string anchor)
    {
        var ids = new SchemaIds(root);
        ids.Visit(root, NoBase, "", namesAreFree: false);
        return ids._anchors.TryGetValue(anchor, out var places) ? places[0] : null;
    }

    // A reference means something else depending on where it is written. Below "$id: https://example.test/pet" the reference
    // "#/$defs/tag" starts at that schema, and "tag.json" is "https://example.test/tag.json". So the walk carries the address and the
    // pointer of the innermost schema with an id. In an object with free names, such as 'properties', "$id" is the name of a member and
    // not a keyword.
    private void Visit(SpecNode node, Uri @base, string resource, bool namesAreFree)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        if (!namesAreFree && node.Kind == SpecNodeKind.Object)
        {
            (@base, resource) = Register(node, @base, resource);
        }

        foreach (var name in node.Names)
        {
            if (namesAreFree || !SpecKeywords.IsUnread(name))
            {
                _pointer.Push(name);
                Visit(node[name]!, @base, resource, !namesAreFree && SpecKeywords.HasFreeNames(name));
                _pointer.Pop();
            }
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            _pointer.Push(i);
            Visit(node.Items[i], @base, resource, namesAreFree: false);
            _pointer.Pop();
        }
    }

    private (Uri Base, string Resource) Register(SpecNode node, Uri @base, string resource)
    {
        if (node.String("$id") is { } id && Resolve(@base, id) is { } own)
        {
            (@base, resource) = (own, _pointer.ToString());
            Add(own.AbsoluteUri.TrimEnd('#'), resource);
        }

        if (node.String("$anchor") is { } anchor)
        {
            AddAnchor(@base, anchor);
        }

        if (node.String("$dynamicAnchor") is { } dynamicAnchor)
        {
            AddAnchor(@base, dynamicAnchor);
        }

        foreach (var keyword in (string[])["$ref", "$dynamicRef"])
        {
            // A local pointer means the whole document, unless it is written inside of a schema with an id.
            if (
                node.String(keyword) is { } reference
                && (keyword == "$dynamicRef" || resource.Length > 0 || !reference.StartsWith("#/", StringComparison.Ordinal))
            )
            {
                _references.Add((node, keyword, @base, resource));
            }
        }

        return (@base, resource);
    }

    private void AddAnchor(Uri @base, string anchor)
    {
        var pointer = _pointer.ToString();
        Add(Anchored(@base, anchor), pointer);
        if (!_anchors.TryGetValue(anchor, out var places))
        {
            _anchors.Add(anchor, places = []);
        }

        places.Add(pointer);
    }

    private void Add(string uri, string pointer)
    {
        if (!_pointers.ContainsKey(uri))
        {
            _pointers.Add(uri, pointer);
        }
    }

    private void Rewrite(SpecNode node, string keyword, Uri @base, string resource)
    {
        var reference = node.String(keyword)!;
        if (Find(reference, @base, resource) is { } pointer)
        {
            node.Set("$ref", node[keyword]!.NewText("#" + pointer.Replace("%", "%25")));
        }
        else if (keyword == "$dynamicRef")
        {
            // It is reported as one that leads nowhere.
            node.Set("$ref", node[keyword]!);
        }

        if (keyword == "$dynamicRef")
        {
            node.Remove(keyword);
        }
    }

    // Three forms: "#/$defs/tag" is a pointer from the schema that has the id, "#tag" is an anchor in it, and anything else is an
    // address, perhaps with one of the two behind it. Null leaves the reference as it is: either it is an ordinary pointer into the
    // document, or ReferenceCheck reports it.
    /// <summary>
    /// Returns the pointer of the target of a reference; null if the target is not in the document, or the reference needs no rewriting.
    /// </summary>
    private string? Find(string reference, Uri @base, string resource)
    {
        if (reference.StartsWith("#/", StringComparison.Ordinal))
        {
            var local = JsonPointer.FromReference(reference)!;
            return resource.Length > 0 && _root.Find(resource + local) is not null ? resource + local : null;
        }

        if (reference.StartsWith("#", StringComparison.Ordinal))
        {
            return Local(reference.Substring(1), @base, resource);
        }

        if (Resolve(@base, reference) is not { } target)
        {
            return null;
        }

        var (uri, fragment) = Split(target.AbsoluteUri);
        return fragment.Length == 0 ? Pointer(uri) ?? ByLastSegment(reference)
            : fragment[0] != '/' ? Pointer(uri + "#" + fragment)
            : Pointer(uri) is { } schema && schema + Uri.UnescapeDataString(fragment) is var inner && _root.Find(inner) is not null ? inner
            : null;
    }

    /// <summary>
    /// Finds a schema by the end of its id. A relative reference is relative to the address of the document, which the document does not
    /// contain; if exactly one schema has an id that ends like it, that one is meant.
    /// </summary>
    private string? ByLastSegment(string reference)
    {
        var found = Uri.TryCreate(reference, UriKind.Absolute, out _)
            ? []
            : _pointers
                .Where(pair => pair.Key.IndexOf('#') < 0 && pair.Key.EndsWith("/" + reference.TrimStart('/'), StringComparison.Ordinal))
                .Take(2)
                .ToList();
        return found.Count == 1 ? found[0].Value : null;
    }

    /// <summary>
    /// Finds an anchor of the same schema, or else the only one of its name. Which of several dynamic anchors applies depends on where the
    /// schema is used; the schema's own anchor is what applies when nobody extends it.
    /// </summary>
    private string? Local(string anchor, Uri @base, string resource)
    {
        if (anchor.Length == 0)
        {
            return resource.Length > 0 ? resource : null;
        }

        return Pointer(Anchored(@base, anchor)) ?? (_anchors.TryGetValue(anchor, out var places) && places.Count == 1 ? places[0] : null);
    }

    private string? Pointer(string uri) => _pointers.TryGetValue(uri, out var pointer) ? pointer : null;

    private static string Anchored(Uri @base, string anchor) => Split(@base.AbsoluteUri).Uri + "#" + anchor;

    private static (string Uri, string Fragment) Split(string uri) =>
        uri.IndexOf('#') is >= 0 and var at ? (uri.Substring(0, at), uri.Substring(at + 1)) : (uri, "");

    private static Uri? Resolve(Uri @base, string? reference) =>
        reference is not null && Uri.TryCreate(@base, reference, out var uri) ? uri : null;
}
