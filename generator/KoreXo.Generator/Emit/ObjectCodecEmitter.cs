using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Reads and writes a class with members.</summary>
internal static class ObjectCodecEmitter
{
    private const string Reading = "global::KoreXo.Runtime.JsonReading";
    private const string Writing = "global::KoreXo.Runtime.JsonWriting";

    public static void Emit(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "sealed partial class", context))
        using (writer.Block(JsonEmitter.Header(model)))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            writer.Line($"private static readonly global::KoreXo.Runtime.JsonNames Names = new({string.Join(", ", model.Properties.Select(static property => Literal.Quote(property.WireName)))});");
            writer.Gap();
            EmitRead(writer, model, context);
            writer.Gap();
            EmitWrite(writer, model, context);
        }
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (writer.Block(JsonEmitter.ReadHeader(model)))
        {
            writer.Line($"{Reading}.StartObject(ref reader);");
            writer.Line($"var value = {ObjectEmitter.Empty(model, context)};");
            if (model.AdditionalProperties is { } rest)
            {
                writer.Line($"global::System.Collections.Generic.Dictionary<string, {TypeText.Of(rest)}>? rest = null;");
            }
            else
            {
                writer.Line("global::System.Collections.Generic.Dictionary<string, global::System.Text.Json.JsonElement>? rest = null;");
            }

            writer.Line("var cursor = 0;");
            using (writer.Block("while (true)"))
            {
                EmitLoop(writer, model, context);
            }
        }
    }

    private static void EmitLoop(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        writer.Line(model.AdditionalProperties is null
            ? "var member = Names.Read(ref reader, ref cursor, ref rest);"
            : "var member = Names.Read(ref reader, ref cursor, out var name);");
        using (writer.Block("if (member == global::KoreXo.Runtime.JsonNames.End)"))
        {
            writer.Line($"value.{(model.AdditionalProperties is null ? "_extensionData" : "_additionalProperties")} = rest;");
            writer.Line("return value;");
        }

        writer.Gap();
        if (model.AdditionalProperties is { } rest)
        {
            using (writer.Block("if (name is not null)"))
            {
                writer.Line($"(rest ??= new(global::System.StringComparer.Ordinal))[name] = {ReadExpression(rest, context)};");
                writer.Line("continue;");
            }

            writer.Gap();
        }

        EmitNulls(writer, model);
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

    /// <summary>A null counts as absent, except where null is a value of its own.</summary>
    private static void EmitNulls(SourceWriter writer, ObjectModel model)
    {
        using (writer.Block($"if ({Reading}.IsNull(ref reader))"))
        {
            for (var i = 0; i < model.Properties.Count; i++)
            {
                var property = model.Properties[i];
                var statement = ObjectEmitter.IsAny(property) ? $"value.{ObjectEmitter.Field(property)} = default(global::KoreXo.JsonAny)"
                    : ObjectEmitter.NullField(property, model) is { } field ? $"value.{field} = true"
                    : null;
                if (statement is not null)
                {
                    writer.Line($"if (member == {Literal.Number(i)})\n{{\n    {statement};\n}}");
                    writer.Gap();
                }
            }

            writer.Line("continue;");
        }

        writer.Gap();
    }

    private static string ReadExpression(TypeRef type, EmitContext context) => type switch
    {
        TypeRef.Scalar { Kind: var kind } => $"{Reading}.{kind}(ref reader)",
        TypeRef.List list => $"{Reading}.List(ref reader, {CodecText.Of(list.Item, context)})",
        TypeRef.Map map => $"{Reading}.Map(ref reader, {CodecText.Of(map.Value, context)})",
        _ => $"{CodecText.Of(type, context)}.Read(ref reader)",
    };

    private static void EmitWrite(SourceWriter writer, ObjectModel model, EmitContext context)
    {
        using (writer.Block(JsonEmitter.WriteHeader(model)))
        {
            writer.Line("writer.WriteStartObject();");
            for (var i = 0; i < model.Properties.Count; i++)
            {
                EmitWriteProperty(writer, model.Properties[i], $"Names[{Literal.Number(i)}]", model, context);
            }

            writer.Line(model.AdditionalProperties is { } rest
                ? $"if (value._additionalProperties is {{ }} rest)\n{{\n    {Writing}.Members(writer, rest, {CodecText.Of(rest, context)});\n}}\n"
                : $"{Writing}.Extension(writer, value._extensionData);");
            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void EmitWriteProperty(SourceWriter writer, PropertyModel property, string name, ObjectModel model, EmitContext context)
    {
        if (property.Constant is not null)
        {
            writer.Line($"writer.WriteString({name}, value.{property.Name}{(property.Type is TypeRef.Named ? ".Value" : "")});");
            return;
        }

        var local = ObjectEmitter.Local(property);
        using (writer.Block($"if (value.{ObjectEmitter.Field(property)} is {{ }} {local})"))
        {
            writer.Line(WriteStatement(property.Type, name, local, context));
        }

        var nullCondition = ObjectEmitter.MustBeSet(property, model) && property.IsNullable ? "else"
            : ObjectEmitter.NullField(property, model) is { } field ? $"else if (value.{field})"
            : null;
        if (nullCondition is not null)
        {
            writer.Line($"{nullCondition}\n{{\n    writer.WriteNull({name});\n}}");
        }

        writer.Gap();
    }

    private static string WriteStatement(TypeRef type, string name, string it, EmitContext context) => type switch
    {
        TypeRef.Scalar { Kind: ScalarKind.String } => $"writer.WriteString({name}, {it});",
        TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"writer.WriteBoolean({name}, {it});",
        TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal } => $"writer.WriteNumber({name}, {it});",
        TypeRef.Scalar { Kind: ScalarKind.Bytes } => $"writer.WriteBase64String({name}, {it});",
        TypeRef.Named { Kind: NamedKind.ValueSet } => $"writer.WriteString({name}, {it}.Value);",
        TypeRef.List list => $"{Writing}.List(writer, {name}, {it}, {CodecText.Of(list.Item, context)});",
        TypeRef.Map map => $"{Writing}.Map(writer, {name}, {it}, {CodecText.Of(map.Value, context)});",
        _ => $"writer.WritePropertyName({name});\n{CodecText.Of(type, context)}.Write(writer, {it});",
    };
}
