using System.Globalization;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Bundling;

/// <summary>
/// Adds what a document refers to in other files of the project to the document, as components. A path is merged into the place that refers
/// to it, with everything beside the reference.
/// </summary>
internal sealed class PartBundler
{
    private const string SchemasOfSwagger = "definitions";
    private const string SecurityOfSwagger = "securityDefinitions";

    private readonly SpecNode _root;
    private readonly SpecFiles _files;
    private readonly HashSet<SpecNode> _seen = [];
    private readonly HashSet<SpecNode> _open = [];
    private readonly Dictionary<(string File, string Pointer, string Folder), string> _names = [];

    private PartBundler(SpecNode root, SpecFiles files)
    {
        _root = root;
        _files = files;
    }

    public static void Run(SpecNode root, SpecFiles files)
    {
        var bundler = new PartBundler(root, files);
        bundler.KeepNames();
        bundler.Visit(root, SpecRole.Document, files.Document);
    }

    private bool IsSwagger => _root["swagger"] is not null;

    // All names are known before anything is visited: a component that refers to another one by its file would otherwise get a copy of it
    // under a second name.
    /// <summary>Resolves components that are only references to another file, and keeps their names in the document.</summary>
    private void KeepNames()
    {
        var kept = new List<(SpecNode Node, SpecRole Role, string File)>();
        var components = IsSwagger ? _root : _root["components"];
        foreach (var folder in components?.Names.ToList() ?? [])
        {
            var role = SpecRoles.Member(IsSwagger ? SpecRole.Document : SpecRole.Components, folder);
            if (SpecRoles.IsMap(role) && SpecRoles.Folder(SpecRoles.Member(role, "")) is { } kind)
            {
                KeepNames(components![folder]!, SpecRoles.Member(role, ""), kind, kept);
            }
        }

        foreach (var (node, role, file) in kept)
        {
            Visit(node, role, file);
        }
    }

    private void KeepNames(SpecNode components, SpecRole role, string kind, List<(SpecNode Node, SpecRole Role, string File)> kept)
    {
        var files = TakeInAll(components, kind);
        foreach (var name in components.Names.ToList())
        {
            var file = files.TryGetValue(name, out var other) ? other : _files.Document;
            if (
                components[name] is { Names.Count: 1 } component
                && component.String("$ref") is { } reference
                && Target(reference, file) is { Node: { } node } target
                && !_names.ContainsKey((target.File, target.Pointer, kind))
            )
            {
                _names.Add((target.File, target.Pointer, kind), name);
                components.Set(name, node);
                kept.Add((node, role, target.File));
            }
            else if (file != _files.Document)
            {
                kept.Add((components[name]!, role, file));
            }
        }
    }

    /// <summary>
    /// Adds the components of a file that is all of them, as in <c>schemas: { $ref: all.yaml }</c>; returns which are from it.
    /// </summary>
    private Dictionary<string, string> TakeInAll(SpecNode components, string kind)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (
            components.String("$ref") is { } reference
            && Target(reference, _files.Document) is { Node: { } all } target
            && all != components
        )
        {
            components.Remove("$ref");
            foreach (var name in all.Names.Where(name => components[name] is null).ToList())
            {
                components.Set(name, all[name]!);
                files.Add(name, target.File);
                _names[(target.File, JsonPointer.Append(target.Pointer, name), kind)] = name;
            }
        }

        return files;
    }

    private void Visit(SpecNode node, SpecRole role, string file)
    {
        if (role == SpecRole.None || node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        // In a map "$ref" could be a name, but then its value would not be a string.
        if (node["$ref"] is { Kind: SpecNodeKind.String } reference)
        {
            Resolve(node, reference, role, file);
        }

        if (role == SpecRole.Schema && node["discriminator"]?["mapping"] is { Kind: SpecNodeKind.Object } mapping)
        {
            ResolveMapping(mapping, file);
        }

        foreach (var name in node.Names.ToList())
        {
            Visit(node[name]!, SpecRoles.Member(role, name), file);
        }

        foreach (var item in node.Items.ToList())
        {
            Visit(item, SpecRoles.Member(role, ""), file);
        }
    }

    // "$ref: common.yaml#/Address" becomes "$ref: #/components/schemas/Address", and the schema is put there, once for all references to
    // it: it is one type in C#. What cannot be a component, such as a path, is taken in where the reference is. The role says which of
    // the two it is; a node alone does not, since a path and a schema are both objects.
    private void Resolve(SpecNode node, SpecNode reference, SpecRole role, string file)
    {
        if ((Target(reference.Text, file) ?? (SpecRoles.IsMap(role) ? Local(reference.Text, file) : null)) is not { } target)
        {
            return;
        }

        if (target.Node is not { } found)
        {
            var place = reference.Text.StartsWith("#", StringComparison.Ordinal) ? "" : " in that file";
            Break(node, reference, file, $"leads to nothing{place}; correct it or add what it names");
            return;
        }

        if (SpecRoles.Folder(role) is not { } folder)
        {
            if (Contains(found, node) || _open.Contains(found))
            {
                Break(node, reference, file, "leads in a circle");
                return;
            }

            TakeIn(node, found, role, target.File);
            return;
        }

        node.Set("$ref", reference.NewText(Component(folder, target.File, target.Pointer, found, role)));
    }

    /// <summary>Reports a reference that leads nowhere, and removes it.</summary>
    private void Break(SpecNode node, SpecNode reference, string file, string reason)
    {
        var tree = file == _files.Document ? _root : _files.Tree(file);
        var pointer = new SpecPlaces(tree).PointerAt(reference.Line, reference.Column) ?? "";
        _files.Report(SpecRules.BrokenReference, reference, pointer, reference.Text, reason);
        node.Remove("$ref");
    }

    private static bool Contains(SpecNode owner, SpecNode node)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([owner]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next == node)
            {
                return true;
            }

            foreach (var part in seen.Add(next) ? next.Names.Select(name => next[name]!).Concat(next.Items) : [])
            {
                open.Push(part);
            }
        }

        return false;
    }

    /// <summary>Adds the members of the target to those beside the reference, which take precedence.</summary>
    private void TakeIn(SpecNode node, SpecNode found, SpecRole role, string file)
    {
        _open.Add(node);
        Visit(found, role, file);
        _open.Remove(node);
        node.Remove("$ref");
        foreach (var name in found.Names.Where(name => node[name] is null))
        {
            node.Set(name, found[name]!);
        }
    }

    private void ResolveMapping(SpecNode mapping, string file)
    {
        foreach (var value in mapping.Names.ToList())
        {
            if (
                mapping[value] is { Kind: SpecNodeKind.String } reference
                && (reference.Text.IndexOf('/') >= 0 || reference.Text.IndexOf('.') >= 0)
                && Target(reference.Text, file) is { Node: { } found } target
            )
            {
                mapping.Set(value, reference.NewText(Component("schemas", target.File, target.Pointer, found, SpecRole.Schema)));
            }
        }
    }

    /// <summary>Returns the target of a reference to another file of the project; null if the reference stays as it is.</summary>
    private (string File, string Pointer, SpecNode? Node)? Target(string reference, string file)
    {
        var hash = reference.IndexOf('#');
        var path = hash < 0 ? reference : reference.Substring(0, hash);
        if (path.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var fragment = hash < 0 ? "#" : reference.Substring(hash);
        var wanted = path.Length == 0 ? file : SpecFiles.Combine(file, Uri.UnescapeDataString(path));
        if (JsonPointer.FromReference(fragment) is not { } pointer)
        {
            return _files.IsDocument(wanted) ? null : Anchored(fragment.Substring(1), wanted);
        }

        if (_files.IsDocument(wanted))
        {
            // A part may refer back to the document.
            return path.Length == 0 ? null : (_files.Document, pointer, _root.Find(pointer));
        }

        return _files.Find(wanted) is { } part && _files.Read(part) is { } tree ? (part.Path, pointer, tree.Find(pointer)) : null;
    }

    // An anchor of the document itself is found later, when all of its schemas are there.
    /// <summary>Returns the target of a reference to an anchor of another file.</summary>
    private (string File, string Pointer, SpecNode? Node)? Anchored(string anchor, string file)
    {
        if (_files.Find(file) is not { } part || _files.Read(part) is not { } tree)
        {
            return null;
        }

        var pointer = SchemaIds.PointerOf(tree, anchor);
        return (part.Path, pointer ?? "", pointer is null ? null : tree.Find(pointer));
    }

    // Everywhere but in a map, readers follow a reference within the document themselves.
    /// <summary>Returns the target of a reference within the document; null if it is no pointer.</summary>
    private (string File, string Pointer, SpecNode? Node)? Local(string reference, string file) =>
        file == _files.Document && JsonPointer.FromReference(reference) is { } pointer ? (file, pointer, _root.Find(pointer)) : null;

    private string Component(string folder, string file, string pointer, SpecNode found, SpecRole role)
    {
        if (file == _files.Document)
        {
            return Reference(pointer);
        }

        var place =
            IsSwagger && folder == "schemas" ? SchemasOfSwagger
            : IsSwagger && folder == "securitySchemes" ? SecurityOfSwagger
            : folder;
        if (!_names.TryGetValue((file, pointer, folder), out var name))
        {
            var components = Member(IsSwagger ? _root : Member(_root, "components"), place);
            name = FreeName(components, pointer.Length == 0 ? Path.GetFileName(file).Split('.')[0] : JsonPointer.Name(pointer));
            _names.Add((file, pointer, folder), name);
            components.Set(name, found);
            Visit(found, role, file);
        }

        return Reference(JsonPointer.Append(IsSwagger ? "/" + place : "/components/" + place, name));
    }

    private static string Reference(string pointer) => "#" + pointer.Replace("%", "%25");

    private static SpecNode Member(SpecNode owner, string name)
    {
        if (owner[name] is not { Kind: SpecNodeKind.Object })
        {
            owner.Set(name, owner.NewObject());
        }

        return owner[name]!;
    }

    private static string FreeName(SpecNode components, string word)
    {
        var name = word;
        for (var number = 2; components[name] is not null; number++)
        {
            name = word + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
