using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Extracts code and message from the body of an error response, untruncated so that secrets can be redacted before <see cref="Short"/>.
/// Accepts any input and never throws.
/// </summary>
/// <param name="Code">The platform's error code.</param>
/// <param name="Message">The platform's error message.</param>
/// <param name="IsError">Whether the body itself reports an error: it has an <c>errors</c> or <c>error</c> member, or is a string that is
/// not JSON.</param>
internal sealed record ErrorBody(string? Code, string? Message, bool IsError)
{
    /// <summary>
    /// Gets a value indicating whether the body is nothing but an error, <c>{"errors":[{"msg":…,"code":…}]}</c>, and so cannot be data,
    /// whatever the status.
    /// </summary>
    public bool IsNothingElse { get; private init; }

    /// <summary>Gets the HTTP status that the error code denotes, if it is one.</summary>
    public System.Net.HttpStatusCode? Status =>
        int.TryParse(Code, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code)
        && code is >= 400 and < 600
            ? (System.Net.HttpStatusCode)code
            : null;

    private const int MessageLimit = 300;

    public static readonly ErrorBody Empty = new(null, null, IsError: false);

    public static ErrorBody Read(ReadOnlySpan<byte> utf8)
    {
        var text = Utf8Text.TrimStart(Utf8Text.WithoutMark(utf8));
        if (text.IsEmpty)
        {
            return Empty;
        }

        if (text[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
        {
            return new ErrorBody(null, Given(text[0] == '<' ? HtmlTitle(text) : Encoding.UTF8.GetString(text)), IsError: true);
        }

        try
        {
            var reader = new Utf8JsonReader(text, JsonReading.Options);
            return JsonDocument.TryParseValue(ref reader, out var document) ? Take(document) : Empty;
        }
        catch (JsonException)
        {
            return new ErrorBody(null, Given(Encoding.UTF8.GetString(text)), IsError: false);
        }
    }

    private static ErrorBody Take(JsonDocument document)
    {
        using (document)
        {
            return Find(document.RootElement);
        }
    }

    private static ErrorBody Find(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.String)
        {
            return new ErrorBody(null, Given(JsonString.Get(root)), IsError: true);
        }

        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.GetArrayLength() > 0 && root[0].ValueKind == JsonValueKind.Object ? Find(root[0]) : Empty;
        }

        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
        {
            return Named(errors[0]) with { IsError = true, IsNothingElse = IsOnly(root, "errors") && IsReason(errors[0]) };
        }

        if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            var inner = Named(error);
            var outer = Named(root);
            return new ErrorBody(inner.Code ?? outer.Code, inner.Message ?? outer.Message, IsError: true);
        }

        return Named(root);
    }

    private static bool IsOnly(JsonElement root, string name)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (!member.NameEquals(name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReason(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var (reasons, codes) = (0, 0);
        foreach (var member in error.EnumerateObject())
        {
            reasons += member.NameEquals("msg") || member.NameEquals("message") ? 1 : 0;
            codes += member.NameEquals("code") ? 1 : 0;
        }

        return reasons == 1 && codes == 1;
    }

    private static ErrorBody Named(JsonElement error) =>
        error.ValueKind switch
        {
            JsonValueKind.String => new ErrorBody(null, Given(JsonString.Get(error)), IsError: false),
            JsonValueKind.Object => new ErrorBody(
                Given(Scalar(error, "code") ?? Scalar(error, "errorCode")),
                Given(
                    Scalar(error, "msg")
                        ?? Scalar(error, "message")
                        ?? Scalar(error, "error_description")
                        ?? Scalar(error, "detail")
                        ?? Scalar(error, "title")
                ),
                IsError: false
            ),
            _ => Empty,
        };

    private static string? Scalar(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? JsonAny.FromElement(value).ToString()
            : null;

    private static string HtmlTitle(ReadOnlySpan<byte> html)
    {
        var text = Encoding.UTF8.GetString(html);
        var start = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : text.IndexOf("</title>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "an HTML page" : $"an HTML page: {text[(start + 7)..end].Trim()}";
    }

    /// <summary>Shortens a string to a single line, since it becomes part of exception messages and logs.</summary>
    public static string? Short(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var line = new StringBuilder(Math.Min(text.Length, MessageLimit + 1));
        foreach (var character in text.AsSpan().Trim())
        {
            if (line.Length == MessageLimit)
            {
                return line.Append('…').ToString();
            }

            line.Append(char.IsControl(character) ? ' ' : character);
        }

        return line.ToString();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
