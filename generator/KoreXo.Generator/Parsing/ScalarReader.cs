using KoreXo.Generator.Document;
using KoreXo.Generator.Model;

namespace KoreXo.Generator.Parsing;

/// <summary>Schemas of single values: <c>type</c> and <c>format</c> to a built-in type.</summary>
internal static class ScalarReader
{
    public static TypeRef Read(SpecSchema schema) =>
        new TypeRef.Scalar(
            schema.Type switch
            {
                SchemaType.String => Text(schema.Format),
                SchemaType.Boolean => ScalarKind.Boolean,
                SchemaType.Integer => Integer(schema),
                SchemaType.Number => schema.Format == "decimal" ? ScalarKind.Decimal : ScalarKind.Double,
                SchemaType.File => ScalarKind.String,
                _ => ScalarKind.Any,
            }
        );

    private static ScalarKind Text(string? format) =>
        format switch
        {
            "date-time" => ScalarKind.DateTimeOffset,
            "date" => ScalarKind.DateOnly,
            "byte" => ScalarKind.Bytes,
            _ => ScalarKind.String,
        };

    /// <summary>64 bits, unless the document bounds the value: counters outgrow 32 bits sooner than their documents do.</summary>
    private static ScalarKind Integer(SpecSchema schema) =>
        schema.Format == "int32" || (schema.Minimum >= int.MinValue && schema.Maximum <= int.MaxValue)
            ? ScalarKind.Int32
            : ScalarKind.Int64;
}
