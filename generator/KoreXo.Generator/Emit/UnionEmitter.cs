using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits a union: a closed set of nested classes, and one more for shapes that the document does not describe.</summary>
internal static class UnionEmitter
{
    /// <summary>The name of the case for unknown shapes.</summary>
    public const string Unknown = "Unknown";

    /// <summary>The type of the value in the case for unknown shapes.</summary>
    public const string UnknownValue = "global::System.Text.Json.JsonElement";

    public static void Emit(SourceWriter writer, UnionModel model, EmitContext context)
    {
        writer.Summary(model.Description, "A value of one of several shapes.");
        writer.Line(SourceFile.GeneratedCode);
        writer.Obsolete(model.IsDeprecated);
        writer.Line(JsonEmitter.Converter(model));
        using (writer.Block($"{context.Document.Accessibility} abstract partial class {model.Name}"))
        {
            writer.Line(
                $$"""
                private protected {{model.Name}}()
                {
                }
                """
            );
            writer.Gap();

            // C# allows no user-defined conversion from an interface, and lists and maps are interfaces: those cases are created with
            // new.
            foreach (var item in model.Cases.Where(static item => !item.Type.IsCollection))
            {
                writer.Tag("summary", "Converts a value to the case that holds it.");
                writer.Param("value", "", "The value.");
                writer.Line(
                    $"public static implicit operator {model.Name}({TypeText.Qualified(item.Type, context)} value) => new {item.Name}(value);"
                );
                writer.Gap();
            }

            if (model.IsReceived)
            {
                UnionMatchEmitter.Emit(writer, model, context);
            }

            JsonEmitter.EmitToString(writer, model);
            writer.Gap();
            writer.Line("internal abstract void WriteTo(global::System.Text.Json.Utf8JsonWriter writer);");
            writer.Gap();
            foreach (var item in model.Cases)
            {
                EmitCase(
                    writer,
                    model,
                    item.Name,
                    "A value of this shape.",
                    TypeText.Qualified(item.Type, context),
                    CodecText.Of(item.Type, context),
                    context,
                    item.Tag
                );
            }

            EmitCase(
                writer,
                model,
                Unknown,
                "A value of a shape that the document does not know, as it was received.",
                UnknownValue,
                "global::KoreXo.Runtime.Codecs.Element",
                context
            );
        }
    }

    // In "mapping: { cat: Cat, kitten: Cat }" both values mean the case. An object that says "kitten" is written as it is, so that what
    // was read goes back unchanged; any other gets the first value, in a copy. Emitted, it is one expression:
    //     value.Kind is "cat" or "kitten" ? value : Cat.Codec.WithKind(value, "cat")
    /// <summary>Returns the expression for the object with a discriminator value that identifies the case.</summary>
    private static string Tagged(UnionTag tag, string type)
    {
        var property = tag.Property;
        var member =
            $"value.{property.Name}" + (property.Type is TypeRef.Named ? (ObjectEmitter.IsOptional(property) ? "?.Value" : ".Value") : "");
        string Value(string value) =>
            Literal.Constant(value, property.Type is TypeRef.Named ? new TypeRef.Scalar(ScalarKind.String) : property.Type);
        return $"{member} is {string.Join(" or ", tag.Values.Select(Value))} ? value : {type}.Codec.{ObjectCodecEmitter.TagMethod(property)}(value, {Value(tag.Values[0])})";
    }

    private static void EmitCase(
        SourceWriter writer,
        UnionModel model,
        string name,
        string summary,
        string type,
        string codec,
        EmitContext context,
        UnionTag? tag = null
    )
    {
        writer.Tag("summary", summary);
        writer.Line(SourceFile.GeneratedCode);
        writer.Line(
            $"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::KoreXo.Runtime.UnionCaseConverter<{model.Name}.{name}, {type}>))]"
        );
        var contract = $"global::KoreXo.Runtime.IUnionCase<{model.Name}.{name}, {type}>";
        using (writer.Block($"public sealed class {name} : {model.Name}, {contract}"))
        {
            if (tag is not null)
            {
                writer.Line(
                    $"private static readonly global::KoreXo.Runtime.TaggedCodec<{type}> _codec = new({codec}, static value => {Tagged(tag, type)});"
                );
                writer.Gap();
                codec = "_codec";
            }

            writer.Tag("summary", "Initializes a new instance with a value.");
            writer.Param("value", "", "The value.");
            writer.Line($"public {name}({type} value) => Value = value;");
            writer.Gap();
            writer.Tag("summary", "The value.");
            writer.Line($"public {type} Value {{ get; }}");
            writer.Gap();
            writer.Line($"static global::KoreXo.Runtime.JsonCodec<{type}> {contract}.Codec => {codec};");
            writer.Gap();
            writer.Line($"static {model.Name}.{name} {contract}.Create({type} value) => new(value);");
            writer.Gap();
            // The names that a known case masks are masked in an unknown one, too.
            var hidden = name == Unknown ? context.Sensitive.Of(model.Cases.Select(static item => item.Type)) : [];
            var write =
                hidden.Count == 0
                    ? $"{codec}.Write(writer, Value)"
                    : $"global::KoreXo.Runtime.ModelText.Element(writer, Value, {string.Join(", ", hidden.Select(Literal.Quote))})";
            writer.Line($"internal override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer) => {write};");
        }

        writer.Gap();
    }
}
