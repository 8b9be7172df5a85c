using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>One part of a multipart form.</summary>
internal static class FormPartEmitter
{
    public static void Emit(SourceWriter writer, PropertyModel property, EmitContext context)
    {
        if (property.Type is TypeRef.List list && IsPart(list.Item))
        {
            using (writer.Block($"foreach (var part in request.{property.Name})"))
            {
                writer.Line($"form.{Part(property.WireName, "part", "", list.Item, context)};");
            }

            return;
        }

        var conditional = property.IsRequired && !property.IsNullable ? "" : "?";
        writer.Line($"form.{Part(property.WireName, $"request.{property.Name}", conditional, property.Type, context)};");
    }

    /// <summary>True for what is a part of its own when it stands in a list.</summary>
    private static bool IsPart(TypeRef type) => type is TypeRef.Scalar or TypeRef.Named { Kind: NamedKind.ValueSet };

    private static string Part(string wireName, string value, string conditional, TypeRef type, EmitContext context)
    {
        const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        var name = Literal.Quote(wireName);
        return type switch
        {
            TypeRef.Scalar { Kind: ScalarKind.File } => $"AddFile({name}, {value})",
            TypeRef.Scalar { Kind: ScalarKind.String } => $"AddText({name}, {value})",
            TypeRef.Named { Kind: NamedKind.ValueSet } => $"AddText({name}, {value}{conditional}.Value)",
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal } =>
                $"AddText({name}, {value}{conditional}.ToString({Invariant}))",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"AddText({name}, {value} is {{ }} {Variable(wireName)} ? ({Variable(wireName)} ? \"true\" : \"false\") : null)",
            TypeRef.Scalar { Kind: ScalarKind.DateTimeOffset } => $"AddText({name}, {value}{conditional}.ToString(\"O\", {Invariant}))",
            _ => $"AddJson({name}, {value}, {CodecText.Of(type, context)})",
        };
    }

    private static string Variable(string wireName) => Naming.CSharpName.Camel("is " + wireName);
}
