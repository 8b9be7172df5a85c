using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Emit;

/// <summary>One part of a multipart form.</summary>
internal static class FormPartEmitter
{
    public static void Emit(SourceWriter writer, PropertyModel property, NameScope locals, EmitContext context)
    {
        if (IsListOfParts(property.Type))
        {
            using (writer.Block($"foreach (var part in request.{property.Name})"))
            {
                EmitPart(writer, property, "part", CompositeFinder.Inner(property.Type), context);
            }

            return;
        }

        var isAlwaysThere = property is { IsRequired: true, IsNullable: false } && !property.Type.IsCollection;
        if (isAlwaysThere)
        {
            EmitPart(writer, property, $"request.{property.Name}", property.Type, context);
            return;
        }

        // A list is never null: without items there is nothing to send.
        var local = locals.Take("part" + property.Name, "Value");
        using (writer.Block($"if (request.{property.Name} is {{ {(property.Type.IsCollection ? "Count: > 0 " : "")}}} {local})"))
        {
            EmitPart(writer, property, local, property.Type, context);
        }
    }

    /// <summary>True for a list whose items are parts of their own.</summary>
    public static bool IsListOfParts(TypeRef type) =>
        type is TypeRef.List { Item: TypeRef.Scalar { Kind: not ScalarKind.Any } or TypeRef.Named { Kind: NamedKind.ValueSet } };

    private static void EmitPart(SourceWriter writer, PropertyModel property, string value, TypeRef type, EmitContext context)
    {
        const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        var name = Literal.Quote(property.WireName);
        var text = type switch
        {
            TypeRef.Scalar { Kind: ScalarKind.String } => value,
            TypeRef.Named { Kind: NamedKind.ValueSet } => $"{value}.Value",
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal } =>
                $"{value}.ToString({Invariant})",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"{value} ? \"true\" : \"false\"",
            TypeRef.Scalar { Kind: ScalarKind.DateTimeOffset } => $"{value}.ToString(\"O\", {Invariant})",
            TypeRef.Scalar { Kind: ScalarKind.DateOnly } => $"{value}.ToString(\"yyyy-MM-dd\", {Invariant})",
            TypeRef.Scalar { Kind: ScalarKind.Bytes } => $"global::System.Convert.ToBase64String({value})",
            _ => null,
        };
        writer.Line(
            type is TypeRef.Scalar { Kind: ScalarKind.File } ? $"form.AddFile({name}, {value});"
            : text is not null ? $"form.AddText({name}, {text});"
            : $"form.AddJson({name}, {value}, {CodecText.Of(type, context)});"
        );
    }
}
