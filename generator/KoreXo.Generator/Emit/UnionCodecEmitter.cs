using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>
/// Emits the codec of a union. The discriminator, anywhere in the object, selects the case; without one, the kind of JSON value does, and
/// among objects their members.
/// </summary>
internal static class UnionCodecEmitter
{
    private const string Union = "global::KoreXo.Runtime.JsonUnion";
    private const string Token = "global::System.Text.Json.JsonTokenType";

    private static readonly ScalarKind[] Formats =
    [
        ScalarKind.Guid,
        ScalarKind.DateOnly,
        ScalarKind.DateTimeOffset,
        ScalarKind.TimeOnly,
        ScalarKind.TimeSpan,
        ScalarKind.Bytes,
        ScalarKind.Base64Url,
        ScalarKind.Uri,
    ];

    public static void Emit(SourceWriter writer, UnionModel model, EmitContext context)
    {
        using (JsonEmitter.Half(writer, model, "abstract partial class", context))
        using (writer.Block(JsonEmitter.Header(model)))
        {
            writer.Line("internal static readonly Codec Instance = new();");
            writer.Gap();
            var objects = model.Cases.Where(IsObject).ToList();
            if (model.Discriminator is null && objects.Count > 1)
            {
                var shapes = objects.Select(static item => $"new({Literal.List(item.Members)}, {Literal.List(item.RequiredMembers)})");
                writer.Line($"private static readonly global::KoreXo.Runtime.JsonShape[] Shapes = [{string.Join(", ", shapes)}];");
                writer.Gap();
            }

            using (writer.Block(JsonEmitter.ReadHeader(model)))
            {
                if (model.Discriminator is { } discriminator)
                {
                    EmitByDiscriminator(writer, model, discriminator, context);
                }
                else
                {
                    EmitByToken(writer, model, objects, context);
                }

                writer.Gap();
                writer.Line("return new Unknown(global::KoreXo.Runtime.JsonReading.Element(ref reader));");
            }

            writer.Gap();
            writer.Line($"{JsonEmitter.WriteHeader(model)} => value.WriteTo(writer);");
        }
    }

    // The object need not begin with its discriminator: JSON members have no order. JsonUnion.Discriminator looks for it with a copy of
    // the reader, so that the case reads the object from its first token afterwards. A value without a case falls through to Unknown,
    // which keeps the JSON: a server that knows a newer case than the document does not fail the call.
    private static void EmitByDiscriminator(SourceWriter writer, UnionModel model, string discriminator, EmitContext context)
    {
        if (model.Cases.All(static item => item.Values.Count == 0))
        {
            return;
        }

        using (writer.Block($"switch ({Union}.Discriminator(reader, {Literal.Quote(discriminator)}))"))
        {
            foreach (var item in model.Cases.Where(static item => item.Values.Count > 0))
            {
                foreach (var value in item.Values)
                {
                    writer.Line($"case {Literal.Quote(value)}:");
                }

                writer.Line($"    return {Make(item, context)};");
            }
        }
    }

    // A case that accepts everything is the only one of its token. Of "oneOf: [string, date]" every string is a string, so the date would
    // never get its turn; of an enum and a date the enum comes first, because a value set takes any string. A number with a fraction fits
    // no integer, so a case of double precision is preferred to one of integers. Where none accepts everything, as of a date and a time,
    // each has its turn.
    private static void EmitByToken(SourceWriter writer, UnionModel model, List<UnionCase> objects, EmitContext context)
    {
        // A switch without a section would be a warning.
        using (model.Cases.All(static item => IsScalar(item, ScalarKind.Any)) ? default : writer.Block("switch (reader.TokenType)"))
        {
            EmitToken(writer, context, "StartArray", [.. model.Cases.Where(static item => item.Type is TypeRef.List)]);
            EmitToken(writer, context, "String", OfText(model));
            EmitToken(writer, context, "Number", OfNumber(model));
            EmitToken(
                writer,
                context,
                $"True or {Token}.False",
                [.. model.Cases.Where(static item => IsScalar(item, ScalarKind.Boolean)).Take(1)]
            );
            if (objects.Count == 1)
            {
                EmitToken(writer, context, "StartObject", objects);
            }
            else if (objects.Count > 1)
            {
                EmitShapes(writer, objects, context);
            }
        }

        if (model.Cases.FirstOrDefault(static item => IsScalar(item, ScalarKind.Any)) is { } any)
        {
            writer.Gap();
            writer.Line(
                $$"""
                if (reader.TokenType is not {{Token}}.None)
                {
                    return {{Make(any, context)}};
                }
                """
            );
        }
    }

    /// <summary>Returns the cases to try for a string, the strictest format first: almost any string is a valid URI.</summary>
    private static List<UnionCase> OfText(UnionModel model)
    {
        var any =
            model.Cases.FirstOrDefault(static item => IsScalar(item, ScalarKind.String))
            ?? model.Cases.FirstOrDefault(static item => item.Type is TypeRef.Named { Kind: NamedKind.ValueSet });
        return any is not null ? [any] : [.. Formats.SelectMany(kind => model.Cases.Where(item => IsScalar(item, kind)))];
    }

    private static List<UnionCase> OfNumber(UnionModel model) =>
        model.Cases.FirstOrDefault(static item => IsScalar(item, ScalarKind.Double, ScalarKind.Decimal)) is { } any
            ? [any]
            : [.. model.Cases.Where(IsInteger)];

    // Among objects the members decide: { "name": "Rex", "bark": true } has more in common with Dog than with Cat. Then it must be a Dog
    // without reservation. Otherwise readers are lenient, and one optional member of the wrong type would not fail; here it means that
    // the guess was wrong, because the types of the members are the only evidence there is.
    private static void EmitShapes(SourceWriter writer, List<UnionCase> objects, EmitContext context)
    {
        writer.Line($"case {Token}.StartObject:");
        using (writer.Indent())
        {
            using (writer.Block($"switch ({Union}.Closest(reader, Shapes))"))
            {
                for (var i = 0; i < objects.Count; i++)
                {
                    writer.Line($"case {Literal.Number(i)}:");
                    EmitAttempts(writer, [objects[i]], context, "TryReadExactly");
                }
            }

            writer.Gap();
            writer.Line("break;");
        }
    }

    private static void EmitToken(SourceWriter writer, EmitContext context, string token, List<UnionCase> items)
    {
        if (items.Count > 0)
        {
            writer.Line($"case {Token}.{token}:");
            EmitAttempts(writer, items, context, "TryRead");
        }
    }

    /// <summary>
    /// Emits attempts to read each case. Without a discriminator a value may only resemble a case; then it is unknown, and nothing is lost.
    /// </summary>
    private static void EmitAttempts(SourceWriter writer, List<UnionCase> items, EmitContext context, string tryRead)
    {
        using (writer.Indent())
        {
            foreach (var item in items)
            {
                // A date and time reads as its date too, and the time would be lost.
                var isDate =
                    IsScalar(item, ScalarKind.DateOnly) && items.Exists(static other => IsScalar(other, ScalarKind.DateTimeOffset));
                writer.Line(
                    $$"""
                    if ({{(isDate ? "reader.GetString() is { Length: 10 } && " : "")}}{{Union}}.{{tryRead}}(ref reader, {{CodecText.Of(
                        item.Type,
                        context
                    )}}, out var as{{item.Name}}))
                    {
                        return new {{item.Name}}(as{{item.Name}});
                    }

                    """
                );
            }

            writer.Line("break;");
        }
    }

    private static string Make(UnionCase item, EmitContext context) =>
        $"new {item.Name}({CodecText.Of(item.Type, context)}.Read(ref reader))";

    private static bool IsObject(UnionCase item) => item.Type is TypeRef.Map or TypeRef.Named { Kind: NamedKind.Object or NamedKind.Union };

    private static bool IsInteger(UnionCase item) =>
        item.Type is TypeRef.Named { Kind: NamedKind.IntegerSet } || IsScalar(item, ScalarKind.Int32, ScalarKind.Int64, ScalarKind.UInt64);

    private static bool IsScalar(UnionCase item, params ScalarKind[] kinds) =>
        item.Type is TypeRef.Scalar { Kind: var kind } && Array.IndexOf(kinds, kind) >= 0;
}
