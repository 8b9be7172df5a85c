using System.Globalization;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Bundling;

/// <summary>
/// Adds what a document refers to in other files of the project to the document, as components. A path is merged into the place that refers
/// to it, with everything beside the reference.
/// </summary>
internal sealed class PartBundler
{
    private const string SchemasOfSwagger = "definitions";

    private readonly SpecNode _root;
    private readonly SpecFiles _files;
    private readonly HashSet<SpecNode> _seen = [];
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

    /// <summary>Resolves components that are only references to another file, and keeps their names in the document.</summary>
    private void KeepNames()
    {
        var components = IsSwagger ? _root : _root["components"];
        foreach (var folder in components?.Names.ToList() ?? [])
        {
            var role = SpecRoles.Member(IsSwagger ? SpecRole.Document : SpecRole.Components, folder);
            foreach (var name in components![folder]!.Names.ToList())
            {
                if (
                    components[folder]![name] is { Names.Count: 1 } component
                    && SpecRoles.Folder(SpecRoles.Member(role, name)) is { } kind
                    && component.String("$ref") is { } reference
                    && Target(reference, _files.Document) is { Node: { } node } target
                    && !_names.ContainsKey((target.File, target.Pointer, kind))
                )
                {
                    _names.Add((target.File, target.Pointer, kind), name);
                    components[folder]!.Set(name, node);
                    Visit(node, SpecRoles.Member(role, name), target.File);
                }
            }
        }
    }

    private void Visit(SpecNode node, SpecRole role, string file)
    {
        if (role == SpecRole.None || node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        if (node["$ref"] is { Kind: SpecNodeKind.String } reference && !IsMap(role))
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

    private static bool IsMap(SpecRole role) => role is SpecRole.Schemas or SpecRole.Paths or SpecRole.Responses or SpecRole.Contents;

    // "$ref: common.yaml#/Address" becomes "$ref: #/components/schemas/Address", and the schema is put there, once for all references to
    // it: it is one type in C#. What cannot be a component, such as a path, is taken in where the reference is. The role says which of
    // the two it is; a node alone does not, since a path and a schema are both objects.
    private void Resolve(SpecNode node, SpecNode reference, SpecRole role, string file)
    {
        if (Target(reference.Text, file) is not { } target)
        {
            return;
        }

        if (target.Node is not { } found)
        {
            _files.Report(
                SpecRules.BrokenReference,
                reference,
                "",
                reference.Text,
                "leads to nothing in that file; correct it or add what it names"
            );
            node.Remove("$ref");
            return;
        }

        if (SpecRoles.Folder(role) is not { } folder)
        {
            TakeIn(node, found, role, target.File);
            return;
        }

        node.Set("$ref", reference.NewText(Component(folder, target.File, target.Pointer, found, role)));
    }

    /// <summary>Adds the members of the target to those beside the reference, which take precedence.</summary>
    private void TakeIn(SpecNode node, SpecNode found, SpecRole role, string file)
    {
        Visit(found, role, file);
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
        if (
            JsonPointer.FromReference(hash < 0 ? "#" : reference.Substring(hash)) is not { } pointer
            || path.IndexOf("://", StringComparison.Ordinal) >= 0
        )
        {
            return null;
        }

        var wanted = path.Length == 0 ? file : SpecFiles.Combine(file, Uri.UnescapeDataString(path));
        if (SpecFiles.IsSame(SpecFiles.Combine("", wanted), SpecFiles.Combine("", _files.Document)))
        {
            // A part may refer back to the document.
            return path.Length == 0 ? null : (_files.Document, pointer, _root.Find(pointer));
        }

        return _files.Find(wanted) is { } part && _files.Read(part) is { } tree ? (part.Path, pointer, tree.Find(pointer)) : null;
    }

    private string Component(string folder, string file, string pointer, SpecNode found, SpecRole role)
    {
        if (file == _files.Document)
        {
            return "#" + pointer;
        }

        var place = IsSwagger ? (folder == "schemas" ? SchemasOfSwagger : folder) : folder;
        if (!_names.TryGetValue((file, pointer, folder), out var name))
        {
            var components = Member(IsSwagger ? _root : Member(_root, "components"), place);
            name = FreeName(components, pointer.Length == 0 ? Path.GetFileName(file).Split('.')[0] : JsonPointer.Name(pointer));
            _names.Add((file, pointer, folder), name);
            components.Set(name, found);
            Visit(found, role, file);
        }

        return "#" + JsonPointer.Append(IsSwagger ? "/" + place : "/components/" + place, name);
    }

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
