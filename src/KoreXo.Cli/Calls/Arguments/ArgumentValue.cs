using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KoreXo.Cli.Files;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>
/// Reads the values of an option as JSON. Each problem is a <see cref="FormatException"/> that says what to write instead.
/// </summary>
internal static partial class ArgumentValue
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="argument">The argument.</param>
    /// <param name="texts">The values that are given, one for each time that the option is.</param>
    /// <param name="context">The document.</param>
    /// <exception cref="FormatException">A value is not of the argument's type.</exception>
    public static JsonNode? Read(CallArgument argument, IReadOnlyList<string> texts, EmitContext context)
    {
        if (argument.Content is TypeRef.List list && TypeWords.IsWord(list.Item) && !IsJsonArray(texts))
        {
            return new JsonArray([.. texts.Select(text => Word(text, list.Item, context))]);
        }

        if (texts.Count > 1)
        {
            throw new FormatException("is given more than once, but takes one value");
        }

        return TypeWords.IsWord(argument.Type) ? Word(texts[0], argument.Type, context) : Json(texts[0], argument.Type);
    }

    /// <summary>Parses JSON that is given directly, or as the name of a file after <c>@</c>.</summary>
    /// <exception cref="FormatException">The file cannot be read, or its content is not JSON.</exception>
    public static JsonNode? ParseJson(string text)
    {
        return text.StartsWith('@') ? ParseContent(ReadText(text[1..]), $"names the file '{text[1..]}', which ") : ParseContent(text, "");
    }

    /// <summary>Parses JSON that is not a file name, whatever it begins with.</summary>
    /// <exception cref="FormatException">The content is not JSON.</exception>
    public static JsonNode? ParseContent(string content, string source)
    {
        try
        {
            return JsonNode.Parse(content, documentOptions: Strict);
        }
        catch (JsonException error)
        {
            // Only a name that occurs twice has no place.
            var place = error.LineNumber is null
                ? "a name occurs twice in an object"
                : $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
            throw new FormatException($"{source}is not JSON ({place}); quote it as in '{{\"name\":\"value\"}}', or write @FILE", error);
        }
    }

    /// <summary>Returns the path of a file that is written as <c>@path</c>, or as the path alone.</summary>
    /// <exception cref="FormatException">There is no such file.</exception>
    public static string File(string text)
    {
        var path = text.StartsWith('@') ? text[1..] : text;
        return path.Length == 0 ? throw new FormatException("names no file; write it behind @")
            : System.IO.File.Exists(path) ? path
            : throw new FormatException($"names the file '{path}', which does not exist");
    }

    private static bool IsJsonArray(IReadOnlyList<string> texts) =>
        texts.Count == 1
        && (texts[0].StartsWith('[') || (texts[0].StartsWith('@') && texts[0].EndsWith(".json", StringComparison.Ordinal)));

    // A value of any type that is not JSON is meant as the string that it is: --query-value Ada.
    private static JsonNode? Json(string text, TypeRef type)
    {
        try
        {
            return ParseJson(text);
        }
        catch (FormatException) when (type is TypeRef.Scalar { Kind: ScalarKind.Any } && !text.StartsWith('@'))
        {
            return JsonValue.Create(text);
        }
    }

    private static JsonNode? Word(string text, TypeRef type, EmitContext context) =>
        type switch
        {
            TypeRef.Nullable nullable => Word(text, nullable.Inner, context),
            TypeRef.Named named when context.Type(named.Name) is ValueSetModel set => OfSet(text, set),
            TypeRef.Scalar { Kind: var kind } => OfKind(text, kind),
            _ => JsonValue.Create(text),
        };

    private static JsonNode? OfSet(string text, ValueSetModel set)
    {
        if (set.IsClosed && !set.Values.Any(value => value.Value == text))
        {
            var known = set.Values.Select(static value => value.Value).ToList();
            throw new FormatException($"is '{text}', but must be one of {string.Join(", ", known)}{NameHint.End(text, known)}");
        }

        return set.Kind == ScalarKind.String ? JsonValue.Create(text) : OfKind(text, set.Kind);
    }

    private static JsonNode? OfKind(string text, ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Boolean => text switch
            {
                "true" => JsonValue.Create(value: true),
                "false" => JsonValue.Create(value: false),
                _ => throw Wrong(text, "true or false"),
            },
            ScalarKind.Int32 => Number<int>(text, "a whole number"),
            ScalarKind.Int64 => Number<long>(text, "a whole number"),
            ScalarKind.UInt64 => Number<ulong>(text, "a whole number that is not negative"),
            ScalarKind.Decimal => Number<decimal>(text, "a number", NumberStyles.AllowExponent),
            ScalarKind.Double => Double(text),
            ScalarKind.DateTimeOffset => JsonValue.Create(Time(text)),
            ScalarKind.DateOnly => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? JsonValue.Create(text)
                : throw Wrong(text, "a date such as 2026-01-31"),
            ScalarKind.TimeOnly => IsTimeOfDay(text) ? JsonValue.Create(text) : throw Wrong(text, "a time of day such as 08:30:00"),
            ScalarKind.TimeSpan => IsoDuration().IsMatch(text) ? JsonValue.Create(text) : throw Wrong(text, "a duration such as PT15M"),
            ScalarKind.Guid => Guid.TryParse(text, out var id) ? JsonValue.Create(ParameterText.Format(id)) : throw Wrong(text, "a GUID"),
            ScalarKind.Bytes or ScalarKind.Base64Url when text.StartsWith('@') => JsonValue.Create(Base64(ReadBytes(text[1..]), kind)),
            ScalarKind.File or ScalarKind.BinaryContent => JsonValue.Create(File(text)),
            ScalarKind.FileOrText when text.StartsWith('@') => JsonValue.Create("@" + File(text)),
            _ => JsonValue.Create(text),
        };

    private static JsonNode Number<T>(string text, string what, NumberStyles more = NumberStyles.None)
        where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | more, CultureInfo.InvariantCulture, out var value)
            ? JsonNode.Parse(value.ToString(null, CultureInfo.InvariantCulture))!
            : throw Wrong(text, what);

    // The digits are kept as they are written, except where only a double is as large or as small as the value.
    private static JsonNode Double(string text)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !double.TryParse(text, styles, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)
                ? throw Wrong(text, "a number")
            : decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var exact) && (double)exact == value
                ? JsonNode.Parse(exact.ToString(CultureInfo.InvariantCulture))!
            : JsonValue.Create(value);
    }

    // A day is its first moment in UTC, and so is a time without an offset: the same on every machine.
    private static string Time(string text)
    {
        const DateTimeStyles universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var isIso = isDay || (text.Length > 10 && text[4] == '-' && text[7] == '-' && text[10] is 'T' or 't' or ' ');
        return isIso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, universal, out var time)
            ? ParameterText.Format(time)
            : throw Wrong(text, "a time such as 2026-01-31 or 2026-01-31T08:30:00+01:00");
    }

    // Some services require the offset that RFC 3339 demands of a time of day, and others reject it.
    private static bool IsTimeOfDay(string text)
    {
        var end = text.AsSpan().IndexOfAny('Z', '+', '-') is var at and >= 0 ? at : text.Length;
        var offset = text.AsSpan(end);
        return TimeOnly.TryParseExact(
                text.AsSpan(0, end),
                ["HH:mm:ss.FFFFFFF", "HH:mm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
            && (
                offset is "" or "Z"
                || TimeOnly.TryParseExact(offset[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            );
    }

    // Years, months and weeks have no fixed length, but the service knows what it means by them.
    [GeneratedRegex(@"^-?P(?!$)([0-9]+(\.[0-9]+)?[YMWD])*(T([0-9]+(\.[0-9]+)?[HMS])+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDuration();

    private static string Base64(byte[] bytes, ScalarKind kind) =>
        kind == ScalarKind.Bytes ? Convert.ToBase64String(bytes) : ParameterText.Base64(bytes);

    private static FormatException Wrong(string text, string what) => new($"is '{text}', but must be {what}");

    private static string ReadText(string path) => Reading(path, System.IO.File.ReadAllText);

    private static byte[] ReadBytes(string path) => Reading(path, System.IO.File.ReadAllBytes);

    private static T Reading<T>(string path, Func<string, T> read)
    {
        if (path.Length == 0)
        {
            throw new FormatException("names no file; write it behind @");
        }

        try
        {
            return read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"names the file '{path}', which cannot be read: {FileProblem.Describe(path, error)}", error);
        }
    }
}
