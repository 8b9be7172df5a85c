using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>The <c>x-paging</c> extension: how a list is read page by page.</summary>
internal sealed class PagingReader(SpecDocument document, TypeRegistry registry)
{
    public PagingModel? Read(SpecNode operation, string pointer, TypeRef? result, BodyModel? body)
    {
        if (operation["x-paging"] is not { } node)
        {
            return null;
        }

        var at = JsonPointer.Append(pointer, "x-paging");
        var style = node.String("style");
        var items = node.String("items");
        if (style is not ("offset" or "page" or "cursor") || items is null)
        {
            document.Report(SpecRules.InvalidExtension, node, at, "x-paging", "it needs a style (offset, page or cursor) and a pointer to its items");
            return null;
        }

        if (result is null || ItemType(result, items) is not { } itemType)
        {
            document.Report(SpecRules.InvalidExtension, node, at, "x-paging", $"the answer has no list at '{items}'");
            return null;
        }

        return new PagingModel
        {
            Style = style,
            InBody = node.String("in") == "body",
            Position = node.String("position"),
            Size = node.String("size"),
            Start = node.Integer("start") ?? 0,
            MaxSize = node.Integer("maxSize"),
            Items = items == "/" ? "" : items,
            Beside = items == "*" && Find(result) is { } page ? page.Properties.Select(static property => property.WireName).ToArray() : default(EquatableArray<string>),
            IsText = node.String("in") == "body" && body is not null && Find(body.Type)?.Properties.FirstOrDefault(property => property.WireName == node.String("position"))
                is { Type: TypeRef.Scalar { Kind: ScalarKind.String } } && style != "cursor",
            More = node.String("more"),
            Total = node.String("total"),
            ItemType = itemType,
        };
    }

    private TypeRef? ItemType(TypeRef result, string pointer)
    {
        if (pointer == "*")
        {
            return (result is TypeRef.Map keyed ? keyed.Value : Find(result)?.AdditionalProperties) is { } value ? new TypeRef.Pair(value) : null;
        }

        TypeRef? type = result;
        foreach (var token in pointer == "/" ? [] : JsonPointer.Tokens(pointer))
        {
            type = type switch
            {
                TypeRef.Map map => map.Value,
                null => null,
                _ => Find(type) is { } found ? found.Properties.FirstOrDefault(property => property.WireName == token)?.Type ?? found.AdditionalProperties : null,
            };
        }

        return type switch
        {
            TypeRef.List list => list.Item,
            TypeRef.Map map => map.Value,
            _ => null,
        };
    }

    private ObjectModel? Find(TypeRef type) => type is TypeRef.Named named && registry.Types.TryGetValue(named.Name, out var model) ? model as ObjectModel : null;
}
