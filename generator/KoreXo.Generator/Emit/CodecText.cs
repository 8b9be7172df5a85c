using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>
/// Returns the expressions for the codecs of types. Codecs of lists and maps are shared fields of one class per document.
/// </summary>
internal static class CodecText
{
    public static string Of(TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Named named => $"{TypeText.Qualified(named.Name, context)}.Codec.Instance",
            TypeRef.Scalar { Kind: var kind } => $"global::KoreXo.Runtime.Codecs.{kind}",
            _ => $"global::{context.Document.Namespace}.{context.Document.Stem}Codecs.{context.CompositeName(type)}",
        };

    /// <summary>Writes the field of a list's or map's codec.</summary>
    public static string Field(TypeRef type, EmitContext context)
    {
        var (codec, inner) = type switch
        {
            TypeRef.List list => ("ListCodec", list.Item),
            TypeRef.Map map => ("MapCodec", map.Value),
            TypeRef.Pair pair => ("KeyedCodec", pair.Value),
            TypeRef.Nullable { IsValueType: true } nullable => ("NullableCodec", nullable.Inner),
            _ => ("NullableReferenceCodec", CompositeFinder.Inner(type)),
        };
        var text = $"global::KoreXo.Runtime.{codec}<{TypeText.Qualified(inner, context)}>";
        return $"internal static readonly {text} {context.CompositeName(type)} = new({Of(inner, context)});";
    }
}
