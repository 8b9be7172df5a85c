using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits a set of known strings as a struct that also holds unknown ones: an undocumented value never fails.</summary>
internal static class ValueSetEmitter
{
    public static void Emit(SourceWriter writer, ValueSetModel model, EmitContext context)
    {
        var name = model.Name;
        writer.Summary(model.Description, model.IsClosed ? "The values that the document allows." : "The known values; others may occur.");
        writer.Line(SourceFile.GeneratedCode);
        writer.Obsolete(model.IsDeprecated);
        writer.Line(JsonEmitter.Converter(model));
        writer.Line("[global::System.Diagnostics.DebuggerDisplay(\"{Value,nq}\")]");
        using (writer.Block($"{context.Document.Accessibility} readonly partial record struct {name} : global::System.IParsable<{name}>"))
        {
            EmitValue(writer, model);
            foreach (var value in model.Values)
            {
                writer.Summary(value.Description, $"The value '{value.Value}'.");
                writer.Line($"public static {name} {value.Name} => new({Literal.Quote(value.Value)});");
                writer.Gap();
            }

            EmitEquality(writer, name);
        }
    }

    /// <summary>
    /// Returns whether the set is so large that comparing its values one by one would take too long, to run and to compile.
    /// </summary>
    public static bool IsLarge(ValueSetModel model) => model.Values.Count > 64;

    private static void EmitValue(SourceWriter writer, ValueSetModel model)
    {
        writer.Line("private readonly string? _value;");
        writer.Gap();
        writer.Tag("summary", "Initializes a new instance with a value, known or not.");
        writer.Param("value", "", "The text as sent and received.");
        using (writer.Block($"public {model.Name}(string value)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(value);");
            writer.Line("_value = value;");
        }

        writer.Gap();
        writer.Tag("summary", "Gets the text as sent and received; empty for the default value.");
        writer.Line("public string Value => _value ?? \"\";");
        writer.Gap();
        writer.Tag("summary", "Gets a value indicating whether the document defines the value.");
        writer.Line(
            IsLarge(model)
                ? "public bool IsKnown => Known.Contains(Value);"
                : $"public bool IsKnown => Value is {string.Join(" or ", model.Values.Select(static value => Literal.Quote(value.Value)))};"
        );
        writer.Gap();
        if (IsLarge(model))
        {
            const string Set = "global::System.Collections.Frozen.FrozenSet";
            writer.Line(
                $$"""
                private static {{Set}}<string> Known { get; } = {{Set}}.ToFrozenSet(
                    [{{string.Join(", ", model.Values.Select(static value => Literal.Quote(value.Value)))}}],
                    global::System.StringComparer.Ordinal);
                """
            );
            writer.Gap();
        }
    }

    private static void EmitEquality(SourceWriter writer, string name) =>
        writer.Line(
            $$"""
            /// <summary>Converts text to a value, known or not; null becomes the default value.</summary>
            /// <param name="value">The text as sent and received.</param>
            public static implicit operator {{name}}(string value) => value is null ? default : new(value);

            /// <summary>Converts text to a value, known or not; null stays null.</summary>
            /// <param name="value">The text as sent and received.</param>
            public static implicit operator {{name}}?(string? value) => value is null ? null : new(value);

            /// <summary>Compares two values; case matters.</summary>
            /// <param name="other">The other value.</param>
            /// <returns>True if the texts are equal.</returns>
            public bool Equals({{name}} other) => string.Equals(Value, other.Value, global::System.StringComparison.Ordinal);

            /// <inheritdoc/>
            public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);

            /// <summary>Returns the text as sent and received.</summary>
            /// <returns>The text.</returns>
            public override string ToString() => Value;

            static {{name}} global::System.IParsable<{{name}}>.Parse(string s, global::System.IFormatProvider? provider) => new(s);

            /// <summary>Parses a value, known or not, such as a part of a route or query.</summary>
            /// <param name="s">The text as sent and received.</param>
            /// <param name="provider">Not used.</param>
            /// <param name="result">The value; the default one if there is no text.</param>
            /// <returns>False if there is no text.</returns>
            public static bool TryParse([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? s, global::System.IFormatProvider? provider, out {{name}} result)
            {
                result = new(s ?? "");
                return s is not null;
            }
            """
        );
}
