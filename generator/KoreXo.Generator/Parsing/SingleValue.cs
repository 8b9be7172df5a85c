using System.Globalization;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Parsing;

/// <summary>Schemas that allow one value: nobody has to give it.</summary>
internal static class SingleValue
{
    /// <summary>The only value of a schema, as text; null where there are more, or none that its type can have.</summary>
    public static string? Of(SpecSchema schema, TypeRef type) =>
        schema.Node["enum"] is { Items: [var value] } && IsOf(value, type) ? value.Text : null;

    /// <summary>True for a number that a member or parameter of a type can have.</summary>
    public static bool IsInteger(string text, TypeRef type) =>
        type is TypeRef.Scalar { Kind: var kind and (ScalarKind.Int32 or ScalarKind.Int64) }
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && (kind == ScalarKind.Int64 || number is >= int.MinValue and <= int.MaxValue);

    /// <summary>True for a number or truth value that a member of a type can have.</summary>
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
