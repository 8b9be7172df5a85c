using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Finds the lists and maps for which a codec object is needed.</summary>
internal static class CompositeFinder
{
    /// <summary>Returns the lists and maps, inner ones first.</summary>
    public static List<TypeRef> Find(DocumentModel document)
    {
        var found = new List<TypeRef>();
        var seen = new HashSet<TypeRef>();
        foreach (var type in Uses(document))
        {
            Add(type);
        }

        return found;

        void Add(TypeRef? type)
        {
            if (type is null or TypeRef.Named or TypeRef.Scalar || seen.Contains(type))
            {
                return;
            }

            Add(Inner(type));
            seen.Add(type);
            found.Add(type);
        }
    }

    /// <summary>Returns the element type of a list, a map or a nullable type; any other type is returned unchanged.</summary>
    public static TypeRef Inner(TypeRef type) => type.Element ?? type;

    private static IEnumerable<TypeRef?> Uses(DocumentModel document)
    {
        foreach (var operation in document.Operations.SelectMany(static operation => operation.All))
        {
            yield return operation.Body is { Kind: BodyKind.Json or BodyKind.Form } body ? body.Type : null;
            yield return operation.Paging is { } paging ? paging.ItemType
            : operation.Job is null && !operation.Result.IsText ? operation.Result.Type
            : null;
            foreach (var status in operation.Result.Statuses)
            {
                yield return status.Type;
            }

            yield return operation.Job?.StatusType;
            yield return operation.StartType;
            foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Spread is not null))
            {
                yield return parameter.Type;
            }
        }

        foreach (var webhook in document.Webhooks)
        {
            yield return webhook.Type;
            yield return webhook.Response?.Type;
        }

        foreach (var type in document.EmittedTypes.SelectMany(Parts))
        {
            yield return type;
        }
    }

    private static IEnumerable<TypeRef?> Parts(TypeModel type) =>
        type switch
        {
            ObjectModel { IsForm: true } form => form
                .Properties.Where(static property => !FormPartEmitter.IsListOfParts(property.Type) || FormPartEmitter.IsSpread(property))
                .Select(static property => property.Type),

            // A list in a member is read item by item: only its items need a codec.
            ObjectModel model => model
                .Properties.Select(static property => property.Type.IsCollection ? Inner(property.Type) : property.Type)
                .Concat([model.AdditionalProperties]),
            UnionModel union => union.Cases.Select(static item => item.Type),
            _ => [],
        };
}
