using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>How emitted code names the codec of a type. Codecs of lists and maps are shared fields of one class per document.</summary>
internal static class CodecText
{
    public static string Of(TypeRef type, DocumentModel document) => type switch
    {
        TypeRef.Named named => $"{TypeText.Qualified(named.Name, document)}.Codec.Instance",
        TypeRef.Scalar { Kind: var kind } => $"global::KoreXo.Runtime.Codecs.{kind}",
        _ => $"global::{document.Namespace}.{document.Stem}Codecs.{FieldName(type)}",
    };

    /// <summary>The lists and maps for which a codec object is needed, inner ones first.</summary>
    public static IReadOnlyList<TypeRef> Composites(DocumentModel document)
    {
        var found = new List<TypeRef>();
        foreach (var operation in document.Operations)
        {
            Add(operation.Body?.Kind == BodyKind.Json ? operation.Body.Type : null);
            Add(operation.Paging is { } paging ? paging.ItemType : operation.Result);
            Add(operation.Job?.StatusType);
        }

        foreach (var model in document.Types)
        {
            AddParts(model);
        }

        return found;

        void AddParts(TypeModel model)
        {
            foreach (var property in (model as ObjectModel)?.Properties ?? default)
            {
                // A list in a member is read item by item: only its items need a codec.
                Add(property.Type is TypeRef.List list ? list.Item : property.Type is TypeRef.Map map ? map.Value : property.Type);
            }

            Add((model as ObjectModel)?.AdditionalProperties);
            foreach (var item in (model as UnionModel)?.Cases ?? default)
            {
                Add(item.Type);
            }
        }

        void Add(TypeRef? type)
        {
            if (type is null or TypeRef.Named or TypeRef.Scalar || found.Contains(type))
            {
                return;
            }

            Add(Inner(type));
            found.Add(type);
        }
    }

    /// <summary>Writes the field of a list's or map's codec.</summary>
    public static string Field(TypeRef type, DocumentModel document)
    {
        var (codec, inner) = type switch
        {
            TypeRef.List list => ("ListCodec", list.Item),
            TypeRef.Map map => ("MapCodec", map.Value),
            TypeRef.Pair pair => ("KeyedCodec", pair.Value),
            TypeRef.Nullable { IsValueType: true } nullable => ("NullableCodec", nullable.Inner),
            _ => ("NullableReferenceCodec", Inner(type)),
        };
        var text = $"global::KoreXo.Runtime.{codec}<{TypeText.Qualified(inner, document)}>";
        return $"internal static readonly {text} {FieldName(type)} = new({Of(inner, document)});";
    }

    private static TypeRef Inner(TypeRef type) => type switch
    {
        TypeRef.List list => list.Item,
        TypeRef.Map map => map.Value,
        TypeRef.Pair pair => pair.Value,
        TypeRef.Nullable nullable => nullable.Inner,
        _ => type,
    };

    private static string FieldName(TypeRef type) => type switch
    {
        TypeRef.Named named => named.Name,
        TypeRef.List list => FieldName(list.Item) + "List",
        TypeRef.Map map => FieldName(map.Value) + "Map",
        TypeRef.Pair pair => "Keyed" + FieldName(pair.Value),
        TypeRef.Nullable nullable => "Nullable" + FieldName(nullable.Inner),
        TypeRef.Scalar scalar => scalar.Kind + "Scalar",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
