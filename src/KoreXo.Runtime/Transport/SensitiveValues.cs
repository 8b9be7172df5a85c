using System.Text;
using System.Text.Encodings.Web;

namespace KoreXo.Runtime;

/// <summary>Blacks out what the document marks as sensitive in a request, where a server repeats it in an error.</summary>
internal static class SensitiveValues
{
    public const string Mask = "***";

    // What stands at the end of a text that was cut is shown if it is shorter: it tells nothing.
    private const int LeastPart = 4;

    // From here on a value is hardly part of another word.
    private const int Distinct = 6;

    public static string Redact(string text, in OperationRequest request, RequestBody? body, CallOptions? options)
    {
        text = RedactMembers(text, request.Operation.SensitiveMembers, body);
        foreach (var name in request.Operation.SensitiveParameters)
        {
            text = RedactPath(text, request, name);
            text = RedactQuery(text, request.Address, name);
            foreach (var (header, value) in request.Headers ?? [])
            {
                text = header.Equals(name, StringComparison.OrdinalIgnoreCase) ? Hide(text, value) : text;
            }

            if (options?.Headers.TryGetValue(name, out var own) == true)
            {
                text = Hide(text, own);
            }
        }

        return text;
    }

    private static string RedactMembers(string text, string[] names, RequestBody? body)
    {
        if (names.Length == 0 || body is null)
        {
            return text;
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        body.Collect(names, values);
        // The longest first, so that none leaves the rest of a longer one behind.
        foreach (var value in values.OrderByDescending(static value => value.Length))
        {
            text = HideEnd(HideMember(text, value), value);
            foreach (var encoder in Encoders)
            {
                text = HideMember(text, encoder.Encode(value));
            }
        }

        return text;
    }

    /// <summary>Hides a value, a short one only where it stands alone: a cell with the number 1 must not take every 1 with it.</summary>
    private static string HideMember(string text, string value)
    {
        if (value.Length >= Distinct)
        {
            return Hide(text, value);
        }

        var hidden = new StringBuilder(text.Length);
        var from = 0;
        for (int at; value.Length > 0 && (at = text.IndexOf(value, from, StringComparison.OrdinalIgnoreCase)) >= 0; from = at + value.Length)
        {
            hidden.Append(text, from, at - from).Append(StandsAlone(text, at, value.Length) ? Mask : text.Substring(at, value.Length));
        }

        return hidden.Append(text, from, text.Length - from).ToString();
    }

    private static bool StandsAlone(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    /// <summary>The ways in which a server may write a text into the JSON of its error.</summary>
    private static readonly JavaScriptEncoder[] Encoders = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping];

    /// <summary>Hides the beginning of a value at the end of a text, which is where a long one was cut.</summary>
    private static string HideEnd(string text, string value)
    {
        for (var length = Math.Min(value.Length - 1, text.Length); length >= LeastPart; length--)
        {
            if (text.AsSpan().EndsWith(value.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
            {
                return string.Concat(text.AsSpan(0, text.Length - length), Mask);
            }
        }

        return text;
    }

    private static string RedactPath(string text, in OperationRequest request, string name)
    {
        var template = request.Operation.Path.Split('/');
        var path = request.Address.Split('?')[0].Split('/');
        for (var index = 0; index < Math.Min(template.Length, path.Length); index++)
        {
            if (template[index].Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                // Where the template has text around the name, more is hidden than must be.
                text = HideEscaped(text, path[index]);
            }
        }

        return text;
    }

    private static string RedactQuery(string text, string address, string name)
    {
        var start = address.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        foreach (var pair in address[(start + 1)..].Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Uri.UnescapeDataString(pair[..equals]) == name)
            {
                text = HideEscaped(text, pair[(equals + 1)..]);
            }
        }

        return text;
    }

    private static string HideEscaped(string text, string escaped) => Hide(Hide(text, escaped), Uri.UnescapeDataString(escaped));

    private static string Hide(string text, string? value) =>
        string.IsNullOrEmpty(value) ? text : text.Replace(value, Mask, StringComparison.OrdinalIgnoreCase);
}
