using KoreXo.Generator.Model;
using NJsonSchema;

namespace KoreXo.Generator.Parsing;

/// <summary>Schemas of single values: <c>type</c> and <c>format</c> to a built-in type.</summary>
internal static class ScalarReader
{
    public static TypeRef Read(JsonSchema schema)
    {
        var type = schema.Type & ~JsonObjectType.Null;
        return new TypeRef.Scalar(
            type switch
            {
                JsonObjectType.String => Text(schema.Format),
                JsonObjectType.Boolean => ScalarKind.Boolean,
                JsonObjectType.Integer => Integer(schema),
                JsonObjectType.Number => schema.Format == "decimal" ? ScalarKind.Decimal : ScalarKind.Double,
                JsonObjectType.File => ScalarKind.String,
                _ => ScalarKind.Any,
            }
        );
    }

    private static ScalarKind Text(string? format) =>
        format switch
        {
            "date-time" => ScalarKind.DateTimeOffset,
            "date" => ScalarKind.DateOnly,
            "byte" => ScalarKind.Bytes,
            _ => ScalarKind.String,
        };

    /// <summary>64 bits, unless the document bounds the value: counters outgrow 32 bits sooner than their documents do.</summary>
    private static ScalarKind Integer(JsonSchema schema) =>
        schema.Format == "int32" || (schema.Minimum >= int.MinValue && schema.Maximum <= int.MaxValue)
            ? ScalarKind.Int32
            : ScalarKind.Int64;
}
