using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Reading;

/// <summary>
/// Reports dynamic references that refer to different schemas depending on where they are used: a C# type is the same everywhere. It
/// examines the document as written.
/// </summary>
internal sealed class DynamicReferenceCheck
{
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SpecNode Node, string Pointer)> _references = new(StringComparer.Ordinal);
    private readonly HashSet<SpecNode> _seen = [];
    private readonly PointerStack _pointer = new();
    private readonly CancellationToken _cancellationToken;

    private DynamicReferenceCheck(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>Reports them, once for each anchor.</summary>
    public static void Run(SpecNode root, SpecFiles files, CancellationToken cancellationToken)
    {
        var check = new DynamicReferenceCheck(cancellationToken);
        check.Visit(root, namesAreFree: false);
        foreach (var (anchor, (node, pointer)) in check._references.Select(static pair => (pair.Key, pair.Value)))
        {
            if (check._anchors.TryGetValue(anchor, out var count) && count > 1)
            {
                files.Report(
                    SpecRules.Unsupported,
                    node,
                    pointer,
                    $"The '$dynamicRef' to '#{anchor}', which {count} schemas define,",
                    "it means one of them everywhere; write a schema of its own for each use"
                );
            }
        }
    }

    private void Visit(SpecNode node, bool namesAreFree)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (!namesAreFree)
        {
            Note(node);
        }

        foreach (var name in node.Names)
        {
            if (namesAreFree || !SpecKeywords.IsUnread(name))
            {
                _pointer.Push(name);
                Visit(node[name]!, !namesAreFree && SpecKeywords.HasFreeNames(name));
                _pointer.Pop();
            }
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            _pointer.Push(i);
            Visit(node.Items[i], namesAreFree: false);
            _pointer.Pop();
        }
    }

    private void Note(SpecNode schema)
    {
        if (schema.String("$dynamicAnchor") is { } anchor)
        {
            _anchors[anchor] = _anchors.TryGetValue(anchor, out var count) ? count + 1 : 1;
        }

        if (
            schema.String("$dynamicRef") is { } reference
            && reference.IndexOf('#') is >= 0 and var at
            && reference.Substring(at + 1) is var name
            && !_references.ContainsKey(name)
        )
        {
            _references.Add(name, (schema, _pointer.ToString()));
        }
    }
}
