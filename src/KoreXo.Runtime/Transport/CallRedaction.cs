namespace KoreXo.Runtime;

/// <summary>
/// Hides what is secret in strings from the server: the tokens of a call, and the values of its sensitive parameters and members.
/// </summary>
internal static class CallRedaction
{
    /// <summary>Redacts a string from the server.</summary>
    public static string? Redact(this CallState call, string? text) => Redact(call, text, static (redactor, text) => redactor.Text(text));

    /// <summary>Redacts a body; JSON stays JSON.</summary>
    public static string? RedactBody(this CallState call, string? body) =>
        Redact(call, body, static (redactor, body) => BodyRedactor.Redact(body, redactor));

    /// <summary>Redacts a code from the server, which otherwise has to match exactly.</summary>
    public static string? RedactCode(this CallState call, string? code) =>
        Redact(call, code, static (redactor, code) => redactor.Code(code));

    /// <summary>Redacts our own message.</summary>
    public static string? RedactReason(this CallState call, string reason) =>
        Redact(call, reason, static (redactor, reason) => redactor.Reason(reason));

    private static string? Redact(CallState call, string? text, Func<Redactor, string, string> redact)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        // Whatever is shown is shorter; the redactor handles a value that was cut at the end.
        text = text.Length > ResponseErrors.BodyLimit ? text[..ResponseErrors.BodyLimit] : text;
        text = call.Attempt.Redactor is { } tokens ? redact(tokens, text) : text;
        if (call.Operation.SensitiveParameters.Length + call.Operation.SensitiveMembers.Length == 0)
        {
            return text;
        }

        return redact(SensitiveValues.Redactor(text, call.Request, call.SentBody ?? call.Request.Body, call.Options, call.Caller), text);
    }
}
