using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Converts a document of any supported version to the form of OpenAPI 3.0, the only one that the readers know: Swagger 2.0 and OpenAPI 3.1
/// say the same things in other words. Modifies the tree in place; what is in that form already is left alone.
/// </summary>
internal sealed class SpecNormalizer
{
    private readonly SpecNode _root;
    private readonly SchemaNormalizer _schemas;
    private readonly HashSet<SpecNode> _seen = [];

    private SpecNormalizer(SpecNode root, CancellationToken cancellationToken)
    {
        _root = root;
        _schemas = new SchemaNormalizer(cancellationToken);
    }

    public static void Run(SpecNode root, CancellationToken cancellationToken)
    {
        // In Swagger 2.0 a body is one of the parameters, and moving it changes what a pointer into any of them leads to.
        DeepReferences? moved = null;
        if (root["swagger"] is not null)
        {
            moved = DeepReferences.Find(root, "#/paths/");
            SwaggerUpgrade.Run(root);
        }

        cancellationToken.ThrowIfCancellationRequested();

        // Names before places: SchemaIds turns "$ref: pet.json" into a pointer, and only then can DeepReferences see which pointers lead
        // into the middle of a schema. It has to note their targets before anything moves, and put them back when everything has.
        SchemaIds.Run(root);
        cancellationToken.ThrowIfCancellationRequested();
        var references = DeepReferences.Find(root);
        var normalizer = new SpecNormalizer(root, cancellationToken);
        normalizer.VisitDocument();
        references.Restore(normalizer._schemas.Visit);
        moved?.Restore(normalizer._schemas.Visit);
    }

    private void VisitDocument()
    {
        NormalizeSecurity(_root);
        if (_root["paths"] is not { Kind: SpecNodeKind.Object })
        {
            // A document of webhooks or components alone is a whole document since 3.1.
            _root.Set("paths", _root.NewObject());
        }

        foreach (var folder in new[] { _root["paths"], _root["webhooks"], _root["x-webhooks"] })
        {
            PathReference.Resolve(_root, folder);
            foreach (var item in Members(folder))
            {
                VisitPath(item);
            }
        }

        if (_root["components"] is not { Kind: SpecNodeKind.Object } components)
        {
            return;
        }

        foreach (var item in Members(components["pathItems"]).Concat(Members(components["callbacks"]).SelectMany(Members)))
        {
            VisitPath(item);
        }

        foreach (var schema in Members(components["schemas"]))
        {
            _schemas.Visit(schema);
        }

        foreach (var parameter in Members(components["parameters"]))
        {
            VisitParameter(parameter);
        }

        foreach (var content in Members(components["requestBodies"]).Concat(Members(components["responses"])))
        {
            VisitContent(content);
        }

        foreach (var media in Members(components["mediaTypes"]))
        {
            VisitMedia(media);
        }
    }

    private void VisitPath(SpecNode path)
    {
        if (path.Kind != SpecNodeKind.Object || !_seen.Add(path))
        {
            return;
        }

        VisitParameters(path);
        foreach (var name in path.Names.Where(HttpVerb.IsVerb).ToList())
        {
            if (path[name] is { Kind: SpecNodeKind.Object } operation)
            {
                VisitOperation(operation);
            }
            else
            {
                path.Remove(name);
            }
        }

        foreach (var operation in Members(path["additionalOperations"]).Where(static member => member.Kind == SpecNodeKind.Object))
        {
            VisitOperation(operation);
        }
    }

    // "security: [oauth]" names a scheme as clearly as "security: [{ oauth: [] }]". What names none must not become a list of nothing,
    // which would open the operation to everyone.
    private static void NormalizeSecurity(SpecNode owner)
    {
        if (owner["security"] is not { Kind: SpecNodeKind.Array, Items.Count: > 0 } security)
        {
            return;
        }

        var requirements = security
            .Items.Select(static item => item.Kind == SpecNodeKind.String ? item.NewObject((item.Text, item.NewArray())) : item)
            .Where(static item => item.Kind == SpecNodeKind.Object)
            .ToArray();
        if (requirements.Length == 0)
        {
            owner.Remove("security");
        }
        else
        {
            owner.Set("security", security.NewArray(requirements));
        }
    }

    private void VisitOperation(SpecNode operation)
    {
        NormalizeSecurity(operation);
        VisitParameters(operation);
        if (operation["requestBody"] is { Kind: SpecNodeKind.Object } body)
        {
            VisitContent(body);
        }
        else
        {
            operation.Remove("requestBody");
        }

        foreach (var response in Members(operation["responses"]))
        {
            VisitContent(response);
        }

        foreach (var item in Members(operation["callbacks"]).SelectMany(Members))
        {
            VisitPath(item);
        }
    }

    private void VisitParameters(SpecNode owner)
    {
        if (owner["parameters"] is not { Kind: SpecNodeKind.Array } parameters)
        {
            owner.Remove("parameters");
            return;
        }

        foreach (var parameter in parameters.Items)
        {
            VisitParameter(parameter);
        }
    }

    private void VisitParameter(SpecNode parameter)
    {
        if (parameter["schema"] is { } schema)
        {
            _schemas.Visit(schema);
        }

        VisitContent(parameter);
    }

    private void VisitContent(SpecNode owner)
    {
        foreach (var media in Members(owner["content"]))
        {
            VisitMedia(media);
        }
    }

    private void VisitMedia(SpecNode media)
    {
        foreach (var schema in new[] { media["schema"], media["itemSchema"] }.OfType<SpecNode>())
        {
            _schemas.Visit(schema);
        }
    }

    private static IEnumerable<SpecNode> Members(SpecNode? node) => (node?.Names ?? []).Select(name => node![name]!);
}
