using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Where the response of an operation has its items.</summary>
/// <param name="Pointer">The pointer of the items; <c>/</c> if the response is the list, <c>*</c> if its members are the items.</param>
/// <param name="Item">The schema of an item.</param>
internal sealed record ListPlace(string Pointer, JsonSchema Item)
{
    /// <summary>
    /// Returns the place that <c>x-paging</c> names, or else the only list of objects in the schema; null if there is none.
    /// </summary>
    public static ListPlace? Find(ApiOperation operation, JsonSchema schema)
    {
        if (operation.Paging is { Items: var items })
        {
            return items is "/" or ""
                    ? Whole(schema)
                        ?? schema
                            .ActualSchema.OneOf.Concat(schema.ActualSchema.AnyOf)
                            .Select(Whole)
                            .FirstOrDefault(list => list is not null)
                : items == "*" ? new ListPlace("*", schema.ActualSchema.AdditionalPropertiesSchema ?? new JsonSchema())
                : At(schema, items);
        }

        if (Whole(schema) is { } whole)
        {
            return ResourceSchema.IsObject(whole.Item) ? whole : null;
        }

        var lists = SchemaMembers
            .All(schema)
            .Where(member => member.Value.ActualTypeSchema.Item is { } item && ResourceSchema.IsObject(item))
            .ToList();
        return lists is [var (name, list)] ? new ListPlace($"/{name}", list.ActualTypeSchema.Item!.ActualSchema) : null;
    }

    private static ListPlace? Whole(JsonSchema schema) =>
        schema.ActualTypeSchema is { Item: { } item } actual && actual.Type.HasFlag(JsonObjectType.Array)
            ? new ListPlace("/", item.ActualSchema)
            : null;

    private static ListPlace? At(JsonSchema schema, string pointer)
    {
        var at = schema;
        foreach (var token in OpenApi.Text.JsonPointer.Tokens(pointer))
        {
            if (SchemaMembers.All(at).GetValueOrDefault(token) is not { } member)
            {
                return null;
            }

            at = member;
        }

        return Whole(at) is { } list ? list with { Pointer = pointer } : null;
    }
}
