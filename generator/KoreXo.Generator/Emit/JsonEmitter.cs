using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>
/// Emits the JSON code of a document: a codec in each type, the codecs of lists and maps, and a resolver for the serializer.
/// </summary>
internal static class JsonEmitter
{
    /// <summary>
    /// The number of types per method: for a large document, one method with a branch for each type would be too long for the compiler to
    /// optimize.
    /// </summary>
    private const int TypesPerMethod = 200;

    private const string Types = "global::KoreXo.Runtime.ModelTypes";
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata";
    private const string TypeInfo = $"{Metadata}.JsonTypeInfo";

    public static SourceText Emit(EmitContext context, TypeFile file)
    {
        var writer = SourceFile.Begin(context.Document.Namespace, context.CancellationToken);
        foreach (var type in file.Types)
        {
            switch (type)
            {
                case ObjectModel { IsForm: false } model:
                    ObjectCodecEmitter.Emit(writer, model, context);
                    break;
                case ValueSetModel { Kind: not ScalarKind.String } model:
                    IntegerSetEmitter.EmitCodec(writer, model, context);
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

        if (file.IsMain)
        {
            EmitComposites(writer, context);
            EmitResolver(writer, context);
        }

        return writer.ToSourceText();
    }

    /// <summary>Begins the part of a type that contains its codec.</summary>
    public static SourceWriter.BlockScope Half(SourceWriter writer, TypeModel type, string keyword, EmitContext context)
    {
        var half = writer.Block($"{context.Document.Accessibility} {keyword} {type.Name} : global::KoreXo.Runtime.IJsonModel<{type.Name}>");
        writer.Line(
            $"static global::KoreXo.Runtime.JsonCodec<{type.Name}> global::KoreXo.Runtime.IJsonModel<{type.Name}>.Codec => Codec.Instance;"
        );
        writer.Gap();
        return half;
    }

    /// <summary>
    /// Returns the attribute by which the serializer finds the JSON code, also from code that another generator emits: only a public
    /// converter works there.
    /// </summary>
    public static string Converter(TypeModel type) =>
        $"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::KoreXo.Runtime.ModelConverter<{type.Name}>))]";

    public static void EmitToString(SourceWriter writer, TypeModel type)
    {
        writer.Tag("summary", "Gets the JSON in one line; sensitive members are masked.");
        writer.Line("/// <returns>The JSON.</returns>");
        writer.Line($"public override string ToString() => global::KoreXo.Runtime.ModelText.From<{type.Name}>(this);");
    }

    public static string Header(TypeModel type) => $"internal sealed class Codec : global::KoreXo.Runtime.JsonCodec<{type.Name}>";

    public static string ReadHeader(TypeModel type) =>
        $"public override {type.Name} Read(ref global::System.Text.Json.Utf8JsonReader reader)";

    public static string WriteHeader(TypeModel type) =>
        $"public override void Write(global::System.Text.Json.Utf8JsonWriter writer, {type.Name} value)";

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
        var types = context.Document.EmittedTypes.Where(static type => type is not ObjectModel { IsForm: true }).ToList();
        writer.Tag(
            "summary",
            $"Lets the serializer read and write the types of {context.Document.Namespace}, and lists of them, without reflection."
        );
        writer.Line(SourceFile.GeneratedCode);
        using (
            writer.Block(
                $"{context.Document.Accessibility} sealed class {context.Document.Stem}Json : global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver"
            )
        )
        {
            writer.Line(
                $$"""
                private {{context.Document.Stem}}Json()
                {
                }
                """
            );
            writer.Gap();
            writer.Tag("summary", "Gets the resolver; add it to the options' chain of resolvers.");
            writer.Line($"public static {context.Document.Stem}Json Resolver {{ get; }} = new();");
            writer.Gap();
            var chunks = (types.Count + TypesPerMethod - 1) / TypesPerMethod;
            writer.Line("/// <inheritdoc/>");
            writer.Line(
                "public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options) =>"
            );
            writer.Line(
                $"    {string.Concat(Enumerable.Range(0, chunks).Select(static i => $"Find{Literal.Number(i)}(type, options) ?? "))}FindComposite(type, options);"
            );
            writer.Gap();
            EmitFindComposite(writer, context);
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                writer.Gap();
                EmitFind(writer, chunk, types.Skip(chunk * TypesPerMethod).Take(TypesPerMethod), context);
            }
        }
    }

    private static void EmitFind(SourceWriter writer, int chunk, IEnumerable<TypeModel> types, EmitContext context)
    {
        using (
            writer.Block(
                $"private static {TypeInfo}? Find{Literal.Number(chunk)}(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)"
            )
        )
        {
            // A resolver is asked for Pet and for IReadOnlyList<Pet>, for a value set and for its nullable form. ModelTypes builds each
            // pair from one codec, so the chain compares with the argument of a generic type, once for both.
            writer.Line("var model = type.IsGenericType ? type.GenericTypeArguments[0] : type;");
            foreach (var type in types)
            {
                var name = TypeText.Qualified(type.Name, context);
                EmitIf(writer, $"model == typeof({name})", $"{Types}.{(type is ValueSetModel ? "Value" : "Class")}<{name}>(type, options)");
                foreach (var (item, value) in type is UnionModel union ? Cases(union, context) : [])
                {
                    EmitIf(writer, $"type == typeof({name}.{item})", $"{Types}.Case<{name}.{item}, {value}>(options)");
                }
            }

            writer.Line("return null;");
        }
    }

    private static IEnumerable<(string Name, string Value)> Cases(UnionModel union, EmitContext context) =>
        union.Cases.Select(item => (item.Name, TypeText.Qualified(item.Type, context))).Append(("Unknown", UnionEmitter.UnknownValue));

    /// <summary>
    /// Writes the lists and maps that operations accept and return; of those that differ only in nullable references, which the serializer
    /// cannot distinguish, only one.
    /// </summary>
    private static void EmitFindComposite(SourceWriter writer, EmitContext context)
    {
        using (
            writer.Block(
                $"private static {TypeInfo}? FindComposite(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)"
            )
        )
        {
            foreach (var composite in Collections(context))
            {
                var name = TypeText.Qualified(composite, context);
                EmitIf(
                    writer,
                    $"type == typeof({name})",
                    $"{Metadata}.JsonMetadataServices.CreateValueInfo<{name}>(options, {CodecText.Of(composite, context)})"
                );
            }

            writer.Line($"return {Types}.Shared(type, options);");
        }
    }

    private static IEnumerable<TypeRef> Collections(EmitContext context)
    {
        var seen = new HashSet<TypeRef>();
        return context.Composites.Where(type => type.IsCollection && seen.Add(AtRunTime(type)));
    }

    private static TypeRef AtRunTime(TypeRef type) =>
        type switch
        {
            TypeRef.List list => new TypeRef.List(AtRunTime(list.Item)),
            TypeRef.Map map => new TypeRef.Map(AtRunTime(map.Value)),
            TypeRef.Nullable { IsValueType: false } nullable => AtRunTime(nullable.Inner),
            _ => type,
        };

    private static void EmitIf(SourceWriter writer, string condition, string result)
    {
        writer.Line(
            $$"""
            if ({{condition}})
            {
                return {{result}};
            }
            """
        );
        writer.Gap();
    }
}
