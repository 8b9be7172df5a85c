using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the codec of a value set. Known values are compared as UTF-8, so that reading one allocates nothing.</summary>
internal static class ValueSetCodecEmitter
{
    public static void Emit(SourceWriter writer, ValueSetModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "readonly partial record struct", context))
        using (writer.Block($"internal sealed class Codec : global::KoreXo.Runtime.ValueSetCodec<{model.Name}>"))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            using (writer.Block(JsonEmitter.ReadHeader(model)))
            {
                using (
                    ValueSetEmitter.IsLarge(model)
                        ? default
                        : writer.Block("if (reader.TokenType == global::System.Text.Json.JsonTokenType.String)")
                )
                {
                    foreach (var value in ValueSetEmitter.IsLarge(model) ? default : model.Values)
                    {
                        writer.Line(
                            $$"""
                            if (reader.ValueTextEquals({{Literal.Quote(value.Value)}}u8))
                            {
                                return {{TypeText.Qualified(model.Name, context)}}.{{value.Name}};
                            }
                            """
                        );
                        writer.Gap();
                    }
                }

                writer.Gap();
                writer.Line("return new(global::KoreXo.Runtime.JsonReading.String(ref reader));");
            }
        }
    }
}
