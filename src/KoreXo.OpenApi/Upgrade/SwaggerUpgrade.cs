using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Turns Swagger 2.0 into OpenAPI 3.0, in place: definitions become components, body and form parameters request bodies.</summary>
internal sealed class SwaggerUpgrade
{
    private static readonly (string Old, string New)[] Folders =
    [
        ("definitions", "schemas"),
        ("parameters", "parameters"),
        ("responses", "responses"),
        ("securityDefinitions", "securitySchemes"),
    ];

    private readonly SpecNode _root;
    private readonly HashSet<SpecNode> _seen = [];

    private SwaggerUpgrade(SpecNode root) => _root = root;

    public static void Run(SpecNode root)
    {
        var upgrade = new SwaggerUpgrade(root);
        upgrade.MoveFolders();
        upgrade.Rewrite(root);
        upgrade.VisitPaths();
        upgrade.VisitShared();
    }

    /// <summary>Returns a reference as the author wrote it.</summary>
    public static string OriginalReference(string reference)
    {
        foreach (var (old, @new) in Folders)
        {
            var prefix = "#/components/" + @new + "/";
            if (reference.StartsWith(prefix, StringComparison.Ordinal))
            {
                return "#/" + old + "/" + reference.Substring(prefix.Length);
            }
        }

        return reference;
    }

    private void MoveFolders()
    {
        var components = _root.NewObject([.. Folders.Select(folder => (folder.New, _root[folder.Old]))]);
        foreach (var (old, _) in Folders)
        {
            _root.Remove(old);
        }

        _root.Set("components", components);
    }

    // Every reference in the document, also where nothing is read, since the definitions have moved for all of them. An author who finds
    // "#/components/schemas/Pet" in a message would look for it in vain, so messages go back through OriginalReference.
    private void Rewrite(SpecNode node)
    {
        if (node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array) || !_seen.Add(node))
        {
            return;
        }

        if (node["$ref"] is { Kind: SpecNodeKind.String } reference)
        {
            foreach (
                var (old, @new) in Folders.Where(folder => reference.Text.StartsWith("#/" + folder.Old + "/", StringComparison.Ordinal))
            )
            {
                node.Set("$ref", reference.NewText("#/components/" + @new + reference.Text.Substring(old.Length + 2)));
            }
        }

        foreach (var name in node.Names)
        {
            Rewrite(node[name]!);
        }

        foreach (var item in node.Items)
        {
            Rewrite(item);
        }
    }

    private void VisitPaths()
    {
        // Several paths may refer to one.
        var paths = Members(_root["paths"]).Concat(Members(_root["x-webhooks"])).Select(Target).Distinct();
        foreach (var path in paths.ToList())
        {
            var shared = Split(path);
            foreach (var name in path.Names.Where(HttpVerb.IsVerb).ToList())
            {
                if (path[name] is { Kind: SpecNodeKind.Object } operation)
                {
                    SwaggerBody.Add(operation, [.. shared, .. Split(operation)], Types(operation, "consumes"));
                    UpgradeResponses(operation);
                }
            }
        }
    }

    // In Swagger 2.0 a body is one parameter with "in: body", and a form is one parameter per field with "in: formData". Parameters of
    // the path apply to all of its operations, bodies included, which is why the caller splits the path first and adds its parts to those
    // of each operation.
    /// <summary>Removes the parameters that are parts of the body from the list and returns them, and adds schemas to the others.</summary>
    private List<SpecNode> Split(SpecNode owner)
    {
        var parts = new List<SpecNode>();
        if (owner["parameters"] is not { Kind: SpecNodeKind.Array } parameters)
        {
            return parts;
        }

        var kept = parameters.NewArray();
        foreach (var parameter in parameters.Items)
        {
            var target = Target(parameter);
            if (target.String("in") is "body" or "formData")
            {
                parts.Add(target);
            }
            else
            {
                SwaggerSchema.Wrap(target);
                kept.Items.Add(parameter);
            }
        }

        owner.Set("parameters", kept);
        return parts;
    }

    private SpecNode Target(SpecNode node)
    {
        for (
            var hops = 0;
            hops < 32
                && node.String("$ref") is { } reference
                && JsonPointer.FromReference(reference) is { } pointer
                && _root.Find(pointer) is { } next;
            hops++
        )
        {
            node = next;
        }

        return node;
    }

    private void VisitShared()
    {
        foreach (var response in Members(_root["components"]!["responses"]))
        {
            UpgradeResponse(response, Types(_root, "produces"));
        }

        foreach (var scheme in Members(_root["components"]!["securitySchemes"]).Where(static scheme => scheme.String("type") == "basic"))
        {
            scheme.Set("type", scheme.NewText("http"));
            scheme.Set("scheme", scheme.NewText("basic"));
        }
    }

    // A shared response is written with the media types of the document, and an operation that uses it may have its own.
    private void UpgradeResponses(SpecNode operation)
    {
        var responses = operation["responses"];
        var types = Types(operation, "produces");
        foreach (var status in responses?.Names.ToList() ?? [])
        {
            var response = responses![status]!;
            if (
                Target(response) is { Kind: SpecNodeKind.Object } shared
                && shared != response
                && shared["schema"] is not null
                && !types.SequenceEqual(Types(_root, "produces"), StringComparer.Ordinal)
            )
            {
                response = response.NewObject([.. shared.Names.Select(name => (name, shared[name]))]);
                responses.Set(status, response);
            }

            UpgradeResponse(response, types);
        }
    }

    private static void UpgradeResponse(SpecNode response, List<string> mediaTypes)
    {
        if (response["schema"] is not { Kind: SpecNodeKind.Object } schema || response["content"] is not null)
        {
            return;
        }

        var isFile = schema.String("type") == "file";

        // "produces: [application/json], schema: { type: file }" is common: the list is the default of the whole document, and the file
        // is what is meant. So only the media types of bytes are kept, and there is always one.
        if (isFile)
        {
            schema = schema.Copy(source: null);
            SwaggerSchema.MakeFile(schema);
            mediaTypes = mediaTypes.FindAll(MediaType.IsBinary) is { Count: > 0 } binary ? binary : ["application/octet-stream"];
        }

        response.Set(
            "content",
            schema.NewObject([
                .. mediaTypes.Distinct(StringComparer.Ordinal).Select(type => (type, (SpecNode?)schema.NewObject(("schema", schema)))),
            ])
        );
    }

    private List<string> Types(SpecNode operation, string name)
    {
        // An empty list on an operation overrides what the document says.
        var types = (operation[name] is { Kind: SpecNodeKind.Array } ? operation : _root).Strings(name).ToList();
        return types.Count > 0 ? types : ["application/json"];
    }

    private static IEnumerable<SpecNode> Members(SpecNode? node) =>
        (node?.Names ?? []).Select(name => node![name]!).Where(static member => member.Kind == SpecNodeKind.Object);
}
