using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the codec of a value set. Known values are compared as UTF-8, so that reading one allocates nothing.</summary>
internal static class ValueSetCodecEmitter
{
    /// <summary>
    /// The static method that reads a value: a member of a class is read with it, so that the first response needs no instance of the
    /// codec, and none of the methods that its base classes have for each value set.
    /// </summary>
    public const string ReadValue = "ReadValue";

    public static void Emit(SourceWriter writer, ValueSetModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "readonly partial record struct", context))
        using (writer.Block($"internal sealed class Codec : global::KoreXo.Runtime.ValueSetCodec<{model.Name}>"))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            writer.Line($"{JsonEmitter.ReadHeader(model)} => {ReadValue}(ref reader);");
            writer.Gap();
            using (writer.Block($"internal static {model.Name} {ReadValue}(ref global::System.Text.Json.Utf8JsonReader reader)"))
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
