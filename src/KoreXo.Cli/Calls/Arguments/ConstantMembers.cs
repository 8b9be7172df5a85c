using System.Text.Json.Nodes;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Adds to JSON the members that can have only one value, which a caller need not write.</summary>
internal static class ConstantMembers
{
    public static void AddTo(JsonNode? value, TypeRef type, EmitContext context)
    {
        switch (type)
        {
            case TypeRef.Nullable nullable:
                AddTo(value, nullable.Inner, context);
                break;
            case TypeRef.List list when value is JsonArray items:
                foreach (var item in items)
                {
                    AddTo(item, list.Item, context);
                }

                break;
            case TypeRef.Named named when value is JsonObject members && context.Type(named.Name) is ObjectModel model:
                AddTo(members, model, context);
                break;
            case TypeRef.Named named when value is JsonObject members && context.Type(named.Name) is UnionModel union:
                if (union.Cases.Where(item => Fits(members, item.Type, context)).Take(2).ToList() is [var only])
                {
                    AddTo(value, only.Type, context);
                }

                break;
        }
    }

    /// <summary>Returns whether members can belong to one case of a choice, leaving out those that need not be written.</summary>
    private static bool Fits(JsonObject members, TypeRef type, EmitContext context)
    {
        return (type is not TypeRef.Named named || context.Type(named.Name) is not ObjectModel model || model.Properties.All(Agrees))
            && !new JsonCheck(context).Find(members, type, "").Any();

        bool Agrees(PropertyModel property) =>
            property.Constant is not { } constant
            || !members.TryGetPropertyValue(property.WireName, out var value)
            || JsonNode.DeepEquals(value, Value(constant, property.Type));
    }

    private static void AddTo(JsonObject members, ObjectModel model, EmitContext context)
    {
        foreach (var property in model.Properties)
        {
            if (members.TryGetPropertyValue(property.WireName, out var value))
            {
                AddTo(value, property.Type, context);
            }
            else if (property.Constant is { } constant)
            {
                members[property.WireName] = Value(constant, property.Type);
            }
        }
    }

    private static JsonNode? Value(string constant, TypeRef type) =>
        type switch
        {
            TypeRef.Named { Kind: NamedKind.IntegerSet } => JsonNode.Parse(constant),
            TypeRef.Scalar { Kind: ScalarKind.Boolean or ScalarKind.Double or ScalarKind.Decimal } => JsonNode.Parse(constant),
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 } => JsonNode.Parse(constant),
            _ => JsonValue.Create(constant),
        };
}
