using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Formats values of any shape as parameters. Each value is written as JSON first, so that there is one way to write each type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterText
{
    /// <summary>
    /// Formats a value as one string, for a header or a cookie: <c>x,1,y,2</c>, or exploded <c>x=1,y=2</c>.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="explode">Whether member names and values are joined by <c>=</c>.</param>
    /// <returns>The string.</returns>
    public static string Simple<T>(T value, JsonCodec<T> codec, bool explode)
    {
        using var document = Parse(value, codec);
        return Join(document.RootElement, ",", explode ? "=" : ",");
    }

    /// <summary>Formats a value for a path, query, header or form: culture-invariant, points in time in UTC.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The string.</returns>
    public static string Format<T>(T value)
        where T : struct => FormatAny(value);

    /// <summary>Formats a value for a path, query, header or form: culture-invariant, points in time in UTC.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The string; <see langword="null"/> if there is no value.</returns>
    public static string? Format<T>(T? value)
        where T : struct => value is { } present ? FormatAny(present) : null;

    /// <summary>Formats bytes in the URL-safe alphabet (RFC 4648, section 5), without padding.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The string.</returns>
    public static string Base64(ReadOnlySpan<byte> bytes) => Base64Url.Encode(bytes);

    /// <summary>Formats a value as JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <returns>The JSON.</returns>
    public static string Json<T>(T value, JsonCodec<T> codec)
    {
        using var body = JsonBody.Create(value, codec);
        return System.Text.Encoding.UTF8.GetString(body.Json.Span);
    }

    internal static string FormatAny<T>(T value) =>
        value switch
        {
            string text => text,
            DateTimeOffset time => IsoTime.Text(time),
            DateOnly date => IsoTime.Text(date),
            TimeOnly time => IsoTime.Text(time),
            TimeSpan duration => IsoTime.Text(duration),
            Uri uri => uri.OriginalString,
            bool flag => flag ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };

    /// <summary>Writes a value as JSON and parses that.</summary>
    internal static JsonDocument Parse<T>(T value, JsonCodec<T> codec)
    {
        using var body = JsonBody.Create(value, codec);
        return JsonDocument.Parse(body.Json.ToArray(), JsonReading.OwnDocumentOptions);
    }

    /// <summary>Gets the items of an array, or the names and values of an object; <see langword="null"/> for a scalar.</summary>
    internal static List<string>? Parts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(Text)],
            JsonValueKind.Object =>
            [
                .. value
                    .EnumerateObject()
                    .Where(static member => member.Value.ValueKind != JsonValueKind.Null)
                    .SelectMany(static member => new[] { member.Name, Text(member.Value) }),
            ],
            _ => null,
        };

    /// <summary>
    /// Gets the members of an object, without those that are null, or the items of an array, which have no names; <see langword="null"/>
    /// for a scalar.
    /// </summary>
    internal static List<(string? Name, string Text)>? Members(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(static item => ((string?)null, Text(item)))],
            JsonValueKind.Object =>
            [
                .. value
                    .EnumerateObject()
                    .Where(static member => member.Value.ValueKind != JsonValueKind.Null)
                    .Select(static member => ((string?)member.Name, Text(member.Value))),
            ],
            _ => null,
        };

    /// <summary>Spreads a value over parameters. What is null is omitted.</summary>
    internal static void Spread(string name, JsonElement value, ParameterStyle style, Action<string, string> add)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            case var _ when style == ParameterStyle.Json:
                add(name, value.GetRawText());
                break;
            case JsonValueKind.Object or JsonValueKind.Array when style == ParameterStyle.Deep:
                Deep(name, value, add);
                break;
            case JsonValueKind.Array when style == ParameterStyle.Exploded:
                foreach (var item in value.EnumerateArray())
                {
                    Add(name, item, add);
                }

                break;
            case JsonValueKind.Object when style == ParameterStyle.Exploded:
                foreach (var member in value.EnumerateObject())
                {
                    Spread(
                        member.Name,
                        member.Value,
                        member.Value.ValueKind == JsonValueKind.Object ? ParameterStyle.Deep : ParameterStyle.Exploded,
                        add
                    );
                }

                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                var separator = style switch
                {
                    ParameterStyle.Space => " ",
                    ParameterStyle.Pipe => "|",
                    _ => ",",
                };
                if (Join(value, separator, separator) is { Length: > 0 } joined)
                {
                    add(name, joined);
                }

                break;
            default:
                add(name, Text(value));
                break;
        }
    }

    /// <summary>Adds a form field: a string, or JSON for a nested value.</summary>
    internal static void Add(string name, JsonElement value, Action<string, string> add)
    {
        if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            add(name, Text(value));
        }
    }

    private static void Deep(string name, JsonElement value, Action<string, string> add)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Deep($"{name}[{member.Name}]", member.Value, add);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Deep(string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]"), item, add);
            }
        }
        else
        {
            Add(name, value, add);
        }
    }

    private static string Join(JsonElement value, string separator, string pair) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(separator, value.EnumerateArray().Select(Text)),
            JsonValueKind.Object => string.Join(
                separator,
                value
                    .EnumerateObject()
                    .Where(static member => member.Value.ValueKind != JsonValueKind.Null)
                    .Select(member => member.Name + pair + Text(member.Value))
            ),
            _ => Text(value),
        };

    internal static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        };
}
