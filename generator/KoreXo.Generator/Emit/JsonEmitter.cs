using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The JSON code of a document: a codec in each type, the codecs of lists and maps, and a resolver for the serializer.</summary>
internal static class JsonEmitter
{
    /// <summary>A method with one branch per type of a large document would be too long for the compiler to optimise.</summary>
    private const int TypesPerMethod = 200;

    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin(context.Document.Namespace);
        foreach (var type in context.Document.Types)
        {
            switch (type)
            {
                case ObjectModel { IsForm: false } model:
                    ObjectCodecEmitter.Emit(writer, model, context);
                    break;
                case ValueSetModel model:
                    ValueSetCodecEmitter.Emit(writer, model, context);
                    break;
                case UnionModel model:
                    UnionCodecEmitter.Emit(writer, model, context);
                    break;
            }

            writer.Gap();
        }

        EmitComposites(writer, context);
        EmitResolver(writer, context);
        return writer.ToSourceText();
    }

    /// <summary>Begins the half of a type that holds its codec.</summary>
    public static SourceWriter.BlockScope Half(SourceWriter writer, TypeModel type, string keyword, EmitContext context)
    {
        var half = writer.Block($"{context.Document.Accessibility} {keyword} {type.Name} : global::KoreXo.Runtime.IJsonModel<{type.Name}>");
        writer.Line($"static global::KoreXo.Runtime.JsonCodec<{type.Name}> global::KoreXo.Runtime.IJsonModel<{type.Name}>.Codec => Codec.Instance;");
        writer.Gap();
        return half;
    }

    /// <summary>The attribute by which the serializer finds the JSON code, also from code that another generator emits: only a public converter serves that.</summary>
    public static string Converter(TypeModel type) =>
        $"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::KoreXo.Runtime.ModelConverter<{type.Name}>))]";

    public static string Header(TypeModel type) => $"internal sealed class Codec : global::KoreXo.Runtime.JsonCodec<{type.Name}>";

    public static string ReadHeader(TypeModel type) => $"public override {type.Name} Read(ref global::System.Text.Json.Utf8JsonReader reader)";

    public static string WriteHeader(TypeModel type) => $"public override void Write(global::System.Text.Json.Utf8JsonWriter writer, {type.Name} value)";

    private static void EmitComposites(SourceWriter writer, EmitContext context)
    {
        if (context.Composites.Count == 0)
        {
            return;
        }

        using (writer.Block($"internal static class {context.Document.Stem}Codecs"))
        {
            foreach (var type in context.Composites)
            {
                writer.Line(CodecText.Field(type, context));
            }
        }

        writer.Gap();
    }

    private static void EmitResolver(SourceWriter writer, EmitContext context)
    {
        var types = context.Document.Types.Where(static type => type is not ObjectModel { IsForm: true }).ToList();
        writer.Tag("summary", $"Lets the serializer read and write the types of {context.Document.Namespace} without reflection.");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{context.Document.Accessibility} sealed class {context.Document.Stem}Json : global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver"))
        {
            writer.Line($"private {context.Document.Stem}Json()\n{{\n}}");
            writer.Gap();
            writer.Tag("summary", "The resolver; add it to the options' chain of resolvers.");
            writer.Line($"public static {context.Document.Stem}Json Resolver {{ get; }} = new();");
            writer.Gap();
            var chunks = (types.Count + TypesPerMethod - 1) / TypesPerMethod;
            writer.Line("/// <inheritdoc/>");
            writer.Line(
                "public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options) =>");
            writer.Line("    " + (chunks == 0 ? "null" : string.Join(" ?? ", Enumerable.Range(0, chunks).Select(static i => $"Find{Literal.Number(i)}(type, options)"))) + ";");
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                writer.Gap();
                EmitFind(writer, chunk, types.Skip(chunk * TypesPerMethod).Take(TypesPerMethod), context);
            }
        }
    }

    private static void EmitFind(SourceWriter writer, int chunk, IEnumerable<TypeModel> types, EmitContext context)
    {
        const string Metadata = "global::System.Text.Json.Serialization.Metadata.";
        using (writer.Block($"private static {Metadata}JsonTypeInfo? Find{Literal.Number(chunk)}(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)"))
        {
            foreach (var type in types)
            {
                var name = TypeText.Qualified(type.Name, context);
                writer.Line($"if (type == typeof({name}))");
                writer.Line($"{{\n    return {Metadata}JsonMetadataServices.CreateValueInfo<{name}>(options, {name}.Codec.Instance);\n}}");
                writer.Gap();
            }

            writer.Line("return null;");
        }
    }
}
