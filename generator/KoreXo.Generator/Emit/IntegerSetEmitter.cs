using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits a set of known integers as a struct that also holds unknown ones, and its codec.</summary>
internal static class IntegerSetEmitter
{
    public static void Emit(SourceWriter writer, ValueSetModel model, EmitContext context)
    {
        var name = model.Name;
        var type = TypeText.Of(new TypeRef.Scalar(model.Kind));
        writer.Summary(model.Description, "The values that the document allows.");
        writer.Line(SourceFile.GeneratedCode);
        writer.Obsolete(model.IsDeprecated);
        writer.Line(JsonEmitter.Converter(model));
        writer.Line("[global::System.Diagnostics.DebuggerDisplay(\"{Value}\")]");
        using (writer.Block($"{context.Document.Accessibility} readonly partial record struct {name} : global::System.IParsable<{name}>"))
        {
            writer.Tag("summary", "Initializes a new instance with a value, known or not.");
            writer.Param("value", "", "The number as sent and received.");
            writer.Line($"public {name}({type} value) => Value = value;");
            writer.Gap();
            writer.Tag("summary", "Gets the number as sent and received.");
            writer.Line($"public {type} Value {{ get; }}");
            writer.Gap();
            writer.Tag("summary", "Gets a value indicating whether the document defines the value.");
            writer.Line($"public bool IsKnown => Value is {string.Join(" or ", model.Values.Select(static value => value.Value))};");
            writer.Gap();
            foreach (var value in model.Values)
            {
                writer.Summary(value.Description, $"The value {value.Value}.");
                writer.Line($"public static {name} {value.Name} => new({value.Value});");
                writer.Gap();
            }

            writer.Line(Members(name, type));
        }
    }

    public static void EmitCodec(SourceWriter writer, ValueSetModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "readonly partial record struct", context))
        using (writer.Block(JsonEmitter.Header(model)))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            writer.Line($"{JsonEmitter.ReadHeader(model)} => {ValueSetCodecEmitter.ReadValue}(ref reader);");
            writer.Gap();
            writer.Line(
                $"internal static {model.Name} {ValueSetCodecEmitter.ReadValue}(ref global::System.Text.Json.Utf8JsonReader reader) => new(global::KoreXo.Runtime.JsonReading.{model.Kind}(ref reader));"
            );
            writer.Gap();
            writer.Line($"{JsonEmitter.WriteHeader(model)} => writer.WriteNumberValue(value.Value);");
        }
    }

    private static string Members(string name, string type) =>
        $$"""
            /// <summary>Converts a number to a value, known or not.</summary>
            /// <param name="value">The number as sent and received.</param>
            public static implicit operator {{name}}({{type}} value) => new(value);

            /// <summary>Converts a number to a value, known or not; null stays null.</summary>
            /// <param name="value">The number as sent and received.</param>
            public static implicit operator {{name}}?({{type}}? value) => value is { } number ? new(number) : null;

            /// <summary>Gives the number as it is sent and received.</summary>
            /// <returns>The number.</returns>
            public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);

            static {{name}} global::System.IParsable<{{name}}>.Parse(string s, global::System.IFormatProvider? provider) =>
                new({{type}}.Parse(s, global::System.Globalization.CultureInfo.InvariantCulture));

            /// <summary>Parses a value, known or not, such as a part of a route or query.</summary>
            /// <param name="s">The number.</param>
            /// <param name="provider">Not used.</param>
            /// <param name="result">The value; the default one if there is no number.</param>
            /// <returns>False where there is no number.</returns>
            public static bool TryParse([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? s, global::System.IFormatProvider? provider, out {{name}} result)
            {
                var isNumber = {{type}}.TryParse(s, global::System.Globalization.NumberStyles.Integer, global::System.Globalization.CultureInfo.InvariantCulture, out var number);
                result = new(number);
                return isNumber;
            }
            """;
}
