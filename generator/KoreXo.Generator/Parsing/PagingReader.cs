using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Parsing;

/// <summary>The <c>x-paging</c> extension: how a list is read page by page.</summary>
internal sealed class PagingReader(SpecDocument document, TypeRegistry registry)
{
    public PagingModel? Read(SpecNode operation, string pointer, TypeRef? result, BodyModel? body, List<ParameterModel> parameters)
    {
        if (operation["x-paging"] is not { } node || (node["style"] ?? node["items"]) is null)
        {
            return null;
        }

        var at = JsonPointer.Append(pointer, "x-paging");
        var style = node.String("style");
        var items = node.String("items");
        if (style is not ("offset" or "page" or "cursor") || items is null)
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                at,
                "x-paging",
                "it needs a style (offset, page or cursor) and a pointer to its items"
            );
            return null;
        }

        if (result is null || ItemType(result, items) is not { } itemType)
        {
            document.Report(SpecRules.InvalidExtension, node, at, "x-paging", $"the answer has no list at '{items}'");
            return null;
        }

        var inBody = node.String("in") == "body";
        if (!inBody && FaultyParameter(node, parameters) is { } fault)
        {
            document.Report(SpecRules.InvalidExtension, node, at, "x-paging", fault);
            return null;
        }

        return new PagingModel
        {
            Style = style,
            InBody = inBody,
            Position = node.String("position"),
            Size = node.String("size"),
            Start = node.Integer("start") ?? 0,
            MaxSize = node.Integer("maxSize"),
            Items = items == "/" ? "" : items,
            Beside =
                items == "*" && Find(result) is { } page
                    ? page.Properties.Select(static property => property.WireName).ToArray()
                    : default(EquatableArray<string>),
            IsText =
                inBody
                && body is not null
                && Find(body.Type)?.Properties.FirstOrDefault(property => property.WireName == node.String("position"))
                    is { Type: TypeRef.Scalar { Kind: ScalarKind.String } }
                && style != "cursor",
            More = node.String("more"),
            Total = node.String("total"),
            ItemType = itemType,
        };
    }

    private static string? FaultyParameter(SpecNode node, List<ParameterModel> parameters)
    {
        ParameterModel? Find(string? name) =>
            parameters.Find(parameter => parameter.Key == new ParameterKey(ParameterLocation.Query, name ?? ""));

        var (position, size) = (node.String("position"), node.String("size"));
        return position is not null && Find(position) is null ? $"the operation has no query parameter '{position}'"
            : size is not null && Find(size)?.Type is not TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 }
                ? $"the operation has no query parameter '{size}' that is an integer"
            : null;
    }

    private TypeRef? ItemType(TypeRef result, string pointer)
    {
        if (pointer == "*")
        {
            return (result is TypeRef.Map keyed ? keyed.Value : Find(result)?.AdditionalProperties) is { } value
                ? new TypeRef.Pair(value)
                : null;
        }

        TypeRef? type = result;
        foreach (var token in pointer == "/" ? [] : JsonPointer.Tokens(pointer))
        {
            type = type switch
            {
                TypeRef.Map map => map.Value,
                null => null,
                _ => Find(type) is { } found
                    ? found.Properties.FirstOrDefault(property => property.WireName == token)?.Type ?? found.AdditionalProperties
                    : null,
            };
        }

        return type switch
        {
            TypeRef.List list => list.Item,
            TypeRef.Map map => map.Value,
            _ => null,
        };
    }

    private ObjectModel? Find(TypeRef type) =>
        type is TypeRef.Named named && registry.Types.TryGetValue(named.Name, out var model) ? model as ObjectModel : null;
}
