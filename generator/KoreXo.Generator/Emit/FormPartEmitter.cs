using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Emit;

/// <summary>Emits one part of a multipart form.</summary>
internal static class FormPartEmitter
{
    public static void Emit(SourceWriter writer, PropertyModel property, NameScope locals, EmitContext context)
    {
        if (IsSentAsParts(property))
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

    /// <summary>Returns whether each item of a list is a part of its own: a file always is, others unless joined or spread.</summary>
    public static bool IsSentAsParts(PropertyModel property) =>
        IsListOfParts(property.Type) && (property.Encoding?.Style is null || IsListOfFiles(property.Type));

    /// <summary>Returns whether the items of a list are separate parts.</summary>
    public static bool IsListOfParts(TypeRef type) => type is TypeRef.List list && IsPart(list.Item);

    private static bool IsPart(TypeRef item) =>
        item is TypeRef.Scalar { Kind: not ScalarKind.Any } or TypeRef.Named { Kind: NamedKind.ValueSet or NamedKind.IntegerSet };

    /// <summary>Returns whether a value is spread over parts with names in brackets, which requires its codec.</summary>
    public static bool IsSpread(PropertyModel property) =>
        property.Encoding?.Style == SpreadStyle.Deep && (property.Type is not TypeRef.Scalar && !IsListOfFiles(property.Type));

    private static bool IsListOfFiles(TypeRef type) =>
        type is TypeRef.List { Item: TypeRef.Scalar { Kind: ScalarKind.File or ScalarKind.FileOrText } };

    private static void EmitPart(SourceWriter writer, PropertyModel property, string value, TypeRef type, EmitContext context)
    {
        var name = Literal.Quote(property.WireName);
        var contentType = property.Encoding?.ContentType;
        var suffix = contentType is null ? "" : $", {Literal.Quote(contentType)}";
        if (IsSpread(property))
        {
            writer.Line($"form.AddSpread({name}, {value}, {CodecText.Of(type, context)});");
            return;
        }

        if (type is TypeRef.Scalar { Kind: ScalarKind.File or ScalarKind.FileOrText })
        {
            writer.Line($"form.AddFile({name}, {value}{suffix});");
        }
        else if (contentType is not null && IsJson(contentType) && type is not TypeRef.List)
        {
            writer.Line($"form.AddJson({name}, {value}, {CodecText.Of(type, context)}{suffix});");
        }
        else
        {
            writer.Line(
                Text(value, type, property.Encoding?.Style) is { } text
                    ? $"form.AddText({name}, {text}{suffix});"
                    : $"form.AddJson({name}, {value}, {CodecText.Of(type, context)}{suffix});"
            );
        }
    }

    /// <summary>Returns whether a part of a media type, the first of several, is JSON.</summary>
    public static bool IsJson(string contentType) => MediaType.IsJson(contentType.Split(',')[0]);

    /// <summary>Returns the expression for a value as the text of a part; null if the part is JSON.</summary>
    private static string? Text(string value, TypeRef type, SpreadStyle? style)
    {
        const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        return type switch
        {
            TypeRef.List when style is { } joined && IsListOfParts(type) =>
                $"global::KoreXo.Runtime.RequestAddress.Join({value}, {Literal.Quote(Separator(joined))})",
            TypeRef.Scalar { Kind: ScalarKind.String } => value,
            TypeRef.Named { Kind: NamedKind.ValueSet } => $"{value}.Value",
            TypeRef.Named { Kind: NamedKind.IntegerSet } => ScalarText.Format(value),
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Double or ScalarKind.Decimal } =>
                $"{value}.ToString({Invariant})",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"{value} ? \"true\" : \"false\"",
            TypeRef.Scalar { Kind: ScalarKind.Uri } => $"{value}.OriginalString",
            TypeRef.Scalar { Kind: ScalarKind.Bytes } => $"global::System.Convert.ToBase64String({value})",
            TypeRef.Scalar { Kind: ScalarKind.Base64Url } => $"global::KoreXo.Runtime.ParameterText.Base64({value})",
            TypeRef.Scalar { Kind: var kind } when ScalarText.IsFormatted(kind) => ScalarText.Format(value),
            _ => null,
        };
    }

    /// <summary>Returns what separates the items of a list that is one part.</summary>
    public static string Separator(SpreadStyle style) =>
        style switch
        {
            SpreadStyle.Space => " ",
            SpreadStyle.Pipe => "|",
            _ => ",",
        };
}
