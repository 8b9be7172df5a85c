using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Document;

/// <summary>A document in its normal form, and the problems found in it.</summary>
internal sealed class SpecDocument(
    string filePath,
    SpecNode root,
    HashSet<SpecNode> brokenReferences,
    List<SpecProblem> problems,
    CancellationToken cancellationToken
)
{
    /// <summary>The longest chain of references that is followed; longer ones have been reported as circular.</summary>
    private const int MaxHops = 32;

    private readonly Dictionary<SpecNode, SpecTarget?> _targets = [];

    public string FilePath { get; } = filePath;

    /// <summary>Converts a tree to its normal form, in place, and reports broken references in it.</summary>
    public static SpecDocument From(
        string filePath,
        SpecNode root,
        List<SpecProblem> problems,
        CancellationToken cancellationToken = default
    )
    {
        var isSwagger = root["swagger"] is not null;
        SpecNormalizer.Run(root, cancellationToken);
        var broken = ReferenceCheck.Run(
            root,
            (rule, node, pointer, reference, fault) =>
                problems.Add(
                    new SpecProblem(
                        rule,
                        node.Source ?? filePath,
                        node.Line,
                        node.Column,
                        pointer,
                        isSwagger ? SwaggerUpgrade.OriginalReference(reference) : reference,
                        fault
                    )
                ),
            cancellationToken
        );
        return new SpecDocument(filePath, root, broken, problems, cancellationToken) { IsSwagger = isSwagger };
    }

    public SpecNode Root { get; } = root;

    /// <summary>Gets a value indicating whether the document was written in Swagger 2.0, with other pointers.</summary>
    public bool IsSwagger { get; init; }

    /// <summary>Gets the token that cancels the reading.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Returns whether a reference is broken, which has been reported.</summary>
    public bool IsBroken(SpecNode node) => brokenReferences.Contains(node);

    /// <summary>Gets the paths of the document that can be resolved, in document order.</summary>
    public IEnumerable<SpecPath> Paths => PathItems(Root["paths"], "/paths");

    /// <summary>Gets the requests that the service sends to the application, by name.</summary>
    public IEnumerable<SpecPath> Webhooks => PathItems(Root["webhooks"], "/webhooks").Concat(PathItems(Root["x-webhooks"], "/x-webhooks"));

    /// <summary>
    /// Returns the requests that the service sends because of an operation, by the name of the callback. The caller chooses their address.
    /// </summary>
    public IEnumerable<SpecPath> Callbacks(SpecOperation operation)
    {
        var folder = JsonPointer.Append(operation.Pointer, "callbacks");
        foreach (var (name, node) in Objects(operation.Node["callbacks"]))
        {
            var (callback, pointer) = Follow(node, JsonPointer.Append(folder, name));
            foreach (var path in PathItems(callback, pointer))
            {
                yield return path with
                {
                    Template = name,
                };
            }
        }
    }

    /// <summary>Gets the security schemes whose type OpenAPI defines, in document order.</summary>
    public IEnumerable<SpecSecurityScheme> SecuritySchemes
    {
        get
        {
            foreach (var (name, node) in Objects(Root["components"]?["securitySchemes"]))
            {
                if (
                    Follow(node, "").Node is { } scheme
                    && scheme.String("type") is "apiKey" or "http" or "oauth2" or "openIdConnect" or "mutualTLS"
                )
                {
                    yield return new SpecSecurityScheme(name, scheme);
                }
            }
        }
    }

    /// <summary>Returns the operations of a path, in document order.</summary>
    public IEnumerable<SpecOperation> Operations(SpecPath path)
    {
        foreach (var (name, node) in Objects(path.Node).Where(static member => HttpVerb.IsVerb(member.Name)))
        {
            yield return new SpecOperation(this, path, name, node, JsonPointer.Append(path.Pointer, name));
        }

        var folder = JsonPointer.Append(path.Pointer, "additionalOperations");
        foreach (var (name, node) in Objects(path.Node["additionalOperations"]))
        {
            if (HttpVerb.IsMethod(name))
            {
                yield return new SpecOperation(this, path, name, node, JsonPointer.Append(folder, name));
            }
            else
            {
                Report(SpecRules.Unsupported, node, JsonPointer.Append(folder, name), $"The method '{name}'", "the operation is left out");
            }
        }
    }

    private IEnumerable<SpecPath> PathItems(SpecNode? folder, string folderPointer)
    {
        foreach (var (name, node) in Objects(folder))
        {
            if (name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            var (path, pointer) = Follow(node, JsonPointer.Append(folderPointer, name));

            // What stands beside a reference that leads nowhere is still there.
            path ??= node.Names.Any(static member => HttpVerb.IsVerb(member) || member == "additionalOperations") ? node : null;
            if (path is { Kind: SpecNodeKind.Object })
            {
                yield return new SpecPath(name, path, pointer);
            }
        }
    }

    public SpecSchema Schema(SpecNode node, string pointer) => new(this, node, pointer);

    // A media type whose reference leads nowhere stays in the list, as one that says nothing. Without it an operation that sends JSON
    // would become one that sends nothing at all, because of an error that has been reported anyway.
    /// <summary>Returns the media types of a body or a response, in document order.</summary>
    public List<SpecMedia> Content(SpecNode owner, string pointer)
    {
        var content = JsonPointer.Append(pointer, "content");
        return Objects(owner["content"])
            .Select(media =>
                Follow(media.Node, JsonPointer.Append(content, media.Name)) is ({ } node, var at)
                    ? new SpecMedia(this, media.Name, node, at)
                    : new SpecMedia(this, media.Name, media.Node.NewObject(), JsonPointer.Append(content, media.Name))
            )
            .ToList();
    }

    // Kept by node: the same node always leads to the same place, and large documents refer to a few schemas thousands of times, each
    // time by a pointer from the root. The normal form is final by now, so nothing that is kept becomes wrong.
    /// <summary>Returns the target of a node's reference; null if the node is no reference, or a broken one.</summary>
    public SpecTarget? Target(SpecNode node)
    {
        if (node.String("$ref") is not { } reference || IsBroken(node))
        {
            return null;
        }

        if (!_targets.TryGetValue(node, out var target))
        {
            target =
                JsonPointer.FromReference(reference) is { } pointer && Root.Find(pointer) is { } found
                    ? new SpecTarget(found, pointer)
                    : null;
            _targets.Add(node, target);
        }

        return target;
    }

    /// <summary>Finds the node at a pointer and follows its references. Returns the node with its actual pointer.</summary>
    public (SpecNode? Node, string Pointer) Find(string pointer) => Follow(Root.Find(pointer), pointer);

    /// <summary>Follows the references that start at a node; the node is null if one of them is broken.</summary>
    public (SpecNode? Node, string Pointer) Follow(SpecNode? node, string pointer)
    {
        if (node is null)
        {
            return (null, pointer);
        }

        (node, pointer) = End(node, pointer);
        return (IsBroken(node) ? null : node, pointer);
    }

    /// <summary>Follows the references that start at a schema.</summary>
    public SpecSchema Resolve(SpecSchema schema)
    {
        var (node, pointer) = End(schema.Node, schema.Pointer);
        return node == schema.Node ? schema : new SpecSchema(this, node, pointer);
    }

    public void Report(string ruleId, SpecNode? at, string pointer, string first, string second = "") =>
        problems.Add(new SpecProblem(ruleId, at?.Source ?? FilePath, at?.Line ?? 0, at?.Column ?? 0, pointer, first, second));

    private (SpecNode Node, string Pointer) End(SpecNode node, string pointer)
    {
        for (var hops = 0; hops < MaxHops && Target(node) is { } target; hops++)
        {
            (node, pointer) = (target.Node, target.Pointer);
        }

        return (node, pointer);
    }

    /// <summary>Returns the members of an object that are objects themselves.</summary>
    public static IEnumerable<(string Name, SpecNode Node)> Objects(SpecNode? owner)
    {
        foreach (var name in owner?.Names ?? [])
        {
            if (owner![name] is { Kind: SpecNodeKind.Object } node)
            {
                yield return (name, node);
            }
        }
    }
}
