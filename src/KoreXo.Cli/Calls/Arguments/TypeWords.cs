using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Describes a type to somebody who writes a value on a command line.</summary>
internal static class TypeWords
{
    private const int MostValues = 12;

    public static string Of(TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Nullable nullable => Of(nullable.Inner, context),
            TypeRef.List { Item: var item } when IsWord(item) => $"{Of(item, context)}; may be repeated",
            TypeRef.List => "JSON array",
            TypeRef.Named named when context.Type(named.Name) is ValueSetModel set => Values(set),
            TypeRef.Scalar { Kind: var kind } => Of(kind),
            _ => "JSON object",
        };

    /// <summary>Returns whether a value is written as it is, and not as JSON.</summary>
    public static bool IsWord(TypeRef type) =>
        type switch
        {
            TypeRef.Nullable nullable => IsWord(nullable.Inner),
            TypeRef.Named named => named.Kind is NamedKind.ValueSet or NamedKind.IntegerSet,
            TypeRef.Scalar { Kind: ScalarKind.Any } => false,
            _ => type is TypeRef.Scalar,
        };

    /// <summary>Returns the values of a type that has a fixed number of them.</summary>
    public static IEnumerable<string> Known(TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Nullable or TypeRef.List => Known(type.Element!, context),
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => ["true", "false"],
            TypeRef.Named named when context.Type(named.Name) is ValueSetModel set => set.Values.Select(static value => value.Value),
            _ => [],
        };

    private static string Values(ValueSetModel set)
    {
        var values = string.Join(", ", set.Values.Take(MostValues).Select(static value => value.Value));
        var more = set.Values.Count > MostValues ? ", …" : "";
        return set.IsClosed ? $"one of: {values}{more}" : $"such as: {values}{more}";
    }

    private static string Of(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Boolean => "true or false",
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 => "whole number",
            ScalarKind.Double or ScalarKind.Decimal => "number",
            ScalarKind.DateTimeOffset => "time, such as 2026-01-31 or 2026-01-31T08:30:00+01:00",
            ScalarKind.DateOnly => "date, such as 2026-01-31",
            ScalarKind.TimeOnly => "time of day, such as 08:30:00",
            ScalarKind.TimeSpan => "duration, such as PT15M",
            ScalarKind.Guid => "GUID",
            ScalarKind.Uri => "address",
            ScalarKind.Bytes or ScalarKind.Base64Url => "base64, or @file",
            ScalarKind.File or ScalarKind.BinaryContent => "@file",
            ScalarKind.FileOrText => "string, or @file",
            ScalarKind.Any => "JSON",
            _ => "string",
        };
}
