using System.Globalization;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Recognizes schemas that allow only one value, which no caller has to provide.</summary>
internal static class SingleValue
{
    /// <summary>Returns the only value of a schema as text; null if there are several, or the type cannot have it.</summary>
    public static string? Of(SpecSchema schema, TypeRef type) =>
        schema.Node["enum"] is { Items: [var value] } && IsOf(value, type) ? value.Text : null;

    /// <summary>Returns the only string of a schema that has no name; null if it allows others or is no string.</summary>
    public static string? OfUnnamed(SpecSchema schema) =>
        SchemaReader.ComponentName(schema.Pointer) is null
        && SchemaReader.IsValueSet(schema)
        && schema.Node["x-extensible-enum"] is null
        && schema.Node["enum"] is { Items: [var value] }
            ? value.Text
            : null;

    /// <summary>Returns whether the text is a number that a member or parameter of the type can have.</summary>
    public static bool IsInteger(string text, TypeRef type) =>
        type is TypeRef.Scalar { Kind: var kind and (ScalarKind.Int32 or ScalarKind.Int64) }
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (kind == ScalarKind.Int64 || number is >= int.MinValue and <= int.MaxValue);

    /// <summary>Returns whether the text is a number or Boolean that a member of the type can have.</summary>
    public static bool IsLiteral(string text, TypeRef type) =>
        IsInteger(text, type) || (type is TypeRef.Scalar { Kind: ScalarKind.Boolean } && (text is "true" or "false"));

    private static bool IsOf(SpecNode value, TypeRef type) =>
        (value.Kind, type) switch
        {
            (SpecNodeKind.String, TypeRef.Named { Kind: NamedKind.ValueSet }) => true,
            (SpecNodeKind.Number, _) => IsInteger(value.Text, type),
            (SpecNodeKind.Boolean, TypeRef.Scalar { Kind: ScalarKind.Boolean }) => true,
            _ => false,
        };
}
