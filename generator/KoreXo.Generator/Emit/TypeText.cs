using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Returns types as written in emitted code.</summary>
internal static class TypeText
{
    /// <summary>Returns a type as written in the document's own namespace, without nullability.</summary>
    public static string Of(TypeRef type) =>
        type switch
        {
            TypeRef.Named named => named.Name,
            TypeRef.List list => $"global::System.Collections.Generic.IReadOnlyList<{Of(list.Item)}>",
            TypeRef.Map map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(map.Value)}>",
            TypeRef.Pair pair => $"global::System.Collections.Generic.KeyValuePair<string, {Of(pair.Value)}>",
            TypeRef.Nullable nullable => Of(nullable.Inner) + "?",
            TypeRef.Scalar scalar => Of(scalar.Kind),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>Returns a type with its namespace, for places where a nested or sibling type may have the same name.</summary>
    public static string Qualified(TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Named named => Qualified(named.Name, context),
            TypeRef.List list => $"global::System.Collections.Generic.IReadOnlyList<{Qualified(list.Item, context)}>",
            TypeRef.Map map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Qualified(map.Value, context)}>",
            TypeRef.Pair pair => $"global::System.Collections.Generic.KeyValuePair<string, {Qualified(pair.Value, context)}>",
            TypeRef.Nullable nullable => Qualified(nullable.Inner, context) + "?",
            _ => Of(type),
        };

    public static string Qualified(string name, EmitContext context) => $"global::{context.Document.Namespace}.{name}";

    private static string Of(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => "string",
            ScalarKind.Boolean => "bool",
            ScalarKind.Int32 => "int",
            ScalarKind.Int64 => "long",
            ScalarKind.UInt64 => "ulong",
            ScalarKind.Double => "double",
            ScalarKind.Decimal => "decimal",
            ScalarKind.DateTimeOffset => "global::System.DateTimeOffset",
            ScalarKind.DateOnly => "global::System.DateOnly",
            ScalarKind.TimeOnly => "global::System.TimeOnly",
            ScalarKind.TimeSpan => "global::System.TimeSpan",
            ScalarKind.Guid => "global::System.Guid",
            ScalarKind.Uri => "global::System.Uri",
            ScalarKind.Bytes or ScalarKind.Base64Url => "byte[]",
            ScalarKind.Any => "global::KoreXo.JsonAny",
            ScalarKind.File => "global::KoreXo.FilePart",
            ScalarKind.FileOrText => "global::KoreXo.FileOrText",
            ScalarKind.BinaryContent => "global::KoreXo.BinaryContent",
            ScalarKind.MultipartForm => "global::KoreXo.MultipartForm",
            ScalarKind.BinaryResponse => "global::KoreXo.BinaryResponse",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
