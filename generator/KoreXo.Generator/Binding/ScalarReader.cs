using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Binding;

/// <summary>Maps <c>type</c> and <c>format</c> of scalar schemas to built-in types.</summary>
/// <param name="stringFormats">The formats whose values stay strings in this document; <c>*</c> for all possible ones.</param>
internal sealed class ScalarReader(IReadOnlyCollection<string> stringFormats)
{
    /// <summary>The formats that map to .NET types unless they are turned off.</summary>
    public static readonly string[] OptionalFormats = ["uuid", "guid", "uri", "time", "duration"];

    public TypeRef Read(SpecSchema schema) =>
        new TypeRef.Scalar(
            schema.Type switch
            {
                SchemaType.String => Text(schema.Format),
                SchemaType.Boolean => ScalarKind.Boolean,
                SchemaType.Integer => Integer(schema),
                SchemaType.Number => schema.Format is "decimal" or "decimal128" ? ScalarKind.Decimal : ScalarKind.Double,
                SchemaType.File => ScalarKind.String,
                _ => ScalarKind.Any,
            }
        );

    private ScalarKind Text(string? format) =>
        format switch
        {
            "date-time" => ScalarKind.DateTimeOffset,
            "date" => ScalarKind.DateOnly,
            "byte" => ScalarKind.Bytes,
            "base64url" => ScalarKind.Base64Url,
            _ when stringFormats.Contains(format, StringComparer.Ordinal) || stringFormats.Contains("*", StringComparer.Ordinal) =>
                ScalarKind.String,
            "uuid" or "guid" => ScalarKind.Guid,
            "uri" => ScalarKind.Uri,
            "time" => ScalarKind.TimeOnly,
            "duration" => ScalarKind.TimeSpan,
            _ => ScalarKind.String,
        };

    /// <summary>
    /// Returns 64 bits unless the document bounds the value: counters outgrow 32 bits sooner than their documents are updated.
    /// </summary>
    private static ScalarKind Integer(SpecSchema schema) =>
        schema.Format == "uint64" || (schema.Maximum > long.MaxValue && !(schema.Minimum < 0)) ? ScalarKind.UInt64
        : schema.Format == "int32" || (schema.Minimum >= int.MinValue && schema.Maximum <= int.MaxValue) ? ScalarKind.Int32
        : ScalarKind.Int64;
}
