using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the codec of a class with members.</summary>
internal static class ObjectCodecEmitter
{
    private const string Reading = "global::KoreXo.Runtime.JsonReading";
    private const string Writing = "global::KoreXo.Runtime.JsonWriting";

    public static void Emit(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "sealed partial class", context))
        using (writer.Block($"internal sealed class Codec : global::KoreXo.Runtime.ObjectCodec<{model.Name}>"))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            writer.Line(
                $$"""
                private Codec()
                    : base({{string.Join(", ", model.Properties.Select(static property => Literal.Quote(property.WireName)))}})
                {
                }
                """
            );
            writer.Gap();
            writer.Line($"protected override {model.Name} Create() => {ObjectEmitter.Empty(model, context)};");
            writer.Gap();
            foreach (var tag in model.Tags)
            {
                EmitTag(writer, model.Properties.First(property => property.WireName == tag), model);
            }

            EmitReadMember(writer, model, context);
            EmitReadNull(writer, model);
            EmitOther(writer, model, context);
            EmitWrite(writer, model, context);
        }
    }

    /// <summary>Returns the name of the method that returns an object with another value of a discriminator.</summary>
    public static string TagMethod(PropertyModel property) => "With" + property.Name;

    private static void EmitTag(SourceWriter writer, PropertyModel property, ObjectModel model)
    {
        var type = property.Type is TypeRef.Named ? "string" : TypeText.Of(property.Type);
        using (writer.Block($"internal static {model.Name} {TagMethod(property)}({model.Name} value, {type} tag)"))
        {
            writer.Line($"var copy = ({model.Name})value.MemberwiseClone();");
            writer.Line(
                $"copy.{ObjectEmitter.Field(property)} = {(property.Type is TypeRef.Named ? $"new {TypeText.Of(property.Type)}(tag)" : "tag")};"
            );
            writer.Line("return copy;");
        }

        writer.Gap();
    }

    // The runtime finds the number of a member by its name, expecting the members in the order of the document, and the emitted code is a
    // switch over numbers. So the loop, the comparison of names and the treatment of unknown members exist once, in ObjectCodec, and not
    // in every emitted class.
    private static void EmitReadMember(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (
            writer.Block(
                $"protected override void ReadMember(ref global::System.Text.Json.Utf8JsonReader reader, {model.Name} value, int member)"
            )
        )
        {
            if (model.Properties.Count > 0)
            {
                using (writer.Block("switch (member)"))
                {
                    for (var i = 0; i < model.Properties.Count; i++)
                    {
                        var property = model.Properties[i];
                        writer.Line($"case {Literal.Number(i)}:");
                        writer.Line($"    value.{ObjectEmitter.Field(property)} = {ReadExpression(property.Type, context)};");
                        writer.Line("    break;");
                    }
                }
            }
        }

        writer.Gap();
    }

    /// <summary>Writes the method that reads null, if null is a value of its own for one of the members.</summary>
    private static void EmitReadNull(SourceWriter writer, ObjectModel model)
    {
        var statements = new List<(int Member, string Statement)>();
        for (var i = 0; i < model.Properties.Count; i++)
        {
            var property = model.Properties[i];
            if (ObjectEmitter.IsAny(property))
            {
                statements.Add((i, $"value.{ObjectEmitter.Field(property)} = default(global::KoreXo.JsonAny)"));
            }
            else if (ObjectEmitter.NullField(property, model) is { } field)
            {
                statements.Add((i, $"value.{field} = true"));
            }
        }

        if (statements.Count == 0)
        {
            return;
        }

        using (writer.Block($"protected override void ReadNull({model.Name} value, int member)"))
        using (writer.Block("switch (member)"))
        {
            foreach (var (member, statement) in statements)
            {
                writer.Line(
                    $$"""
                    case {{Literal.Number(member)}}:
                        {{statement}};
                        break;
                    """
                );
            }
        }

        writer.Gap();
    }

    /// <summary>Writes what the codec must know about values of the wrong type, and about members beside the named ones.</summary>
    private static void EmitOther(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        if (model.AdditionalProperties is { } rest)
        {
            var codec = CodecText.Of(rest, context);
            writer.Line(
                $"protected override void ReadOther(ref global::System.Text.Json.Utf8JsonReader reader, {model.Name} value, string name) =>"
            );
            writer.Line($"    {Reading}.Other(ref reader, ref value._additionalProperties, name, {codec});");
            writer.Gap();
            writer.Line($"protected override void WriteOther(global::System.Text.Json.Utf8JsonWriter writer, {model.Name} value) =>");
            writer.Line($"    WriteOther(writer, value, value._additionalProperties, {codec});");
            writer.Gap();
        }

        writer.Line(
            $"protected override ref global::System.Collections.Generic.IReadOnlyDictionary<string, global::System.Text.Json.JsonElement>? Extension({model.Name} value) => ref value._extensionData;"
        );
        writer.Gap();
        EmitIsSet(writer, model);
        var required = Enumerable
            .Range(0, model.Properties.Count)
            .Where(i => model.Properties[i] is { IsRequired: true, IsNullable: false })
            .Select(static i => Literal.Number(i))
            .ToList();
        if (required.Count > 0)
        {
            writer.Line($"protected override bool IsRequired(int member) => member is {string.Join(" or ", required)};");
            writer.Gap();
        }
    }

    private static void EmitIsSet(SourceWriter writer, ObjectModel model)
    {
        if (model.Properties.Count == 0)
        {
            writer.Line($"protected override bool IsSet({model.Name} value, int member) => false;");
        }
        else
        {
            using (writer.Block($"protected override bool IsSet({model.Name} value, int member) => member switch", "};"))
            {
                for (var i = 0; i < model.Properties.Count; i++)
                {
                    writer.Line($"{Literal.Number(i)} => {IsSet(model.Properties[i], model)},");
                }

                writer.Line("_ => false,");
            }
        }

        writer.Gap();
    }

    private static string IsSet(PropertyModel property, ObjectModel model) =>
        property.Constant is not null
            ? "true"
            : $"value.{ObjectEmitter.Field(property)} is not null"
                + (ObjectEmitter.NullField(property, model) is { } field ? $" || value.{field}" : "");

    private static string ReadExpression(TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Scalar { Kind: var kind } => $"{Reading}.{kind}(ref reader)",
            TypeRef.Named { Kind: NamedKind.ValueSet } named =>
                $"{TypeText.Qualified(named.Name, context)}.Codec.{ValueSetCodecEmitter.ReadValue}(ref reader)",
            TypeRef.List list => $"{Reading}.List(ref reader, {CodecText.Of(list.Item, context)})",
            TypeRef.Map map => $"{Reading}.Map(ref reader, {CodecText.Of(map.Value, context)})",
            _ => $"{CodecText.Of(type, context)}.Read(ref reader)",
        };

    private static void EmitWrite(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (writer.Block($"protected override void WriteMembers(global::System.Text.Json.Utf8JsonWriter writer, {model.Name} value)"))
        {
            for (var i = 0; i < model.Properties.Count; i++)
            {
                EmitWriteProperty(writer, model.Properties[i], $"Names[{Literal.Number(i)}]", model, context);
            }
        }
    }

    private static void EmitWriteProperty(SourceWriter writer, PropertyModel property, string name, ObjectModel model, EmitContext context)
    {
        if (property.Constant is not null)
        {
            writer.Line(WriteStatement(property.Type, name, $"value.{property.Name}", context));
            return;
        }

        // Services reject requests that contain members of their own, such as "createdAt". The serializer and ToString() write them all
        // the same: what was read can be stored whole.
        using var isForServer = property.IsReadOnly ? writer.Block("if (!global::KoreXo.Runtime.JsonBody.IsWrittenBy(writer))") : default;
        var local = ObjectEmitter.Local(property);
        using (writer.Block($"if (value.{ObjectEmitter.Field(property)} is {{ }} {local})"))
        {
            using (property.IsSensitive ? writer.Block($"if (!global::KoreXo.Runtime.ModelText.Masks(writer, {name}))") : default)
            {
                writer.Line(WriteStatement(property.Type, name, local, context));
            }
        }

        if (ObjectEmitter.NullField(property, model) is { } field)
        {
            writer.Line(
                $$"""
                else if (value.{{field}})
                {
                    writer.WriteNull({{name}});
                }
                """
            );
        }

        writer.Gap();
    }

    private static string WriteStatement(TypeRef type, string name, string it, EmitContext context) =>
        type switch
        {
            TypeRef.Scalar { Kind: ScalarKind.String } => $"writer.WriteString({name}, {it});",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"writer.WriteBoolean({name}, {it});",
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Double or ScalarKind.Decimal } =>
                $"writer.WriteNumber({name}, {it});",
            TypeRef.Scalar { Kind: ScalarKind.Bytes } => $"writer.WriteBase64String({name}, {it});",
            TypeRef.Named { Kind: NamedKind.ValueSet } => $"writer.WriteString({name}, {it}.Value);",
            TypeRef.List list => $"{Writing}.List(writer, {name}, {it}, {CodecText.Of(list.Item, context)});",
            TypeRef.Map map => $"{Writing}.Map(writer, {name}, {it}, {CodecText.Of(map.Value, context)});",
            _ => $$"""
                writer.WritePropertyName({{name}});
                {{CodecText.Of(type, context)}}.Write(writer, {{it}});
                """,
        };
}
