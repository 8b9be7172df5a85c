using System.Globalization;
using System.Net;

namespace KoreXo.Runtime;

/// <summary>Turns an unsuccessful response into the right exception.</summary>
internal static class ResponseErrors
{
    public const int BodyLimit = 32 * 1024;

    // An error in a successful response is short; a long response is data, in which the message may occur by chance.
    private const int RefusalLimit = 4 * 1024;

    public static async Task<KoreXoException> FromAsync(
        CallState call,
        HttpResponseMessage response,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        PooledBytes? body = null;
        try
        {
            body = await PooledBytes.ReadAsync(response.Content, BodyLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The status matters even if its explanation was cut off or cannot be decompressed.
        }

        using (body)
        {
            return Create(
                call,
                settings,
                response.StatusCode,
                body is null ? default : body.Span,
                RetryAfter(response, settings.TimeProvider)
            );
        }
    }

    /// <summary>Finds an error in the body of a response with a success status.</summary>
    public static KoreXoException? InSuccess(CallState call, ClientSettings settings, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        if (call.Operation.Error is { } mark && mark.IsOn(body))
        {
            return Create(call, settings, status, body, retryAfter: null, marked: true);
        }

        // Checked bytewise first: nearly every response passes here, and is not an error.
        if (body.Length > RefusalLimit || (body.IndexOf("\"error"u8) < 0 && Utf8Text.TrimStart(body) is [] or [(byte)'{' or (byte)'[', ..]))
        {
            return null;
        }

        var error = ErrorBody.Read(body);
        return (error.IsNothingElse && !call.Operation.ErrorsAreData) || (error.IsError && Refusal(call, error) is not null)
            ? Create(call, settings, status, body, retryAfter: null)
            : null;
    }

    /// <summary>
    /// Redacts and then shortens a string from the server: in the other order, truncation could leave the beginning of a value.
    /// </summary>
    public static string? Shown(CallState call, string? text) => ErrorBody.Short(call.Redact(text));

    public static string Message(CallState call, string what) =>
        $"{call.Title}: {what}" + (call.RequestId is { } id ? $" (request id {id})" : "");

    private static KoreXoException Create(
        CallState call,
        ClientSettings settings,
        HttpStatusCode status,
        ReadOnlySpan<byte> body,
        TimeSpan? retryAfter,
        bool marked = false
    )
    {
        var error = ErrorBody.Read(body);
        var refusal = Refusal(call, error);
        var meant = error.IsNothingElse && error.Status is { } inner && status < HttpStatusCode.MultipleChoices ? inner : status;
        var refused = refusal is not null || meant == HttpStatusCode.TooManyRequests;
        var facts = call.Facts() with
        {
            Status = status,
            Code = ErrorBody.Short(call.RedactCode(error.Code)),
            Body = body.IsEmpty ? null : ResponseReader.Text(call, body),
            RetryAfter = retryAfter ?? (refusal is null ? null : TimeSpan.FromSeconds(refusal.Seconds)),
            IsTransient = refused || IsTransient(meant),
            MayHaveBeenApplied =
                !refused
                && !marked
                && (
                    meant >= HttpStatusCode.InternalServerError
                    || meant < HttpStatusCode.MultipleChoices
                    || meant == HttpStatusCode.RequestTimeout
                ),
        };
        var what = Describe(status, facts.Code, Shown(call, error.Message)) + Redirect(call, status);
        var message = Message(call, what);
        if (refused)
        {
            return new KoreXoRateLimitException(
                Message(
                    call,
                    $"{what.TrimEnd('.')}; raise {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxRateLimitWait)} or {nameof(KoreXoClientOptions.MaxRetries)}, send fewer concurrent requests, or try again {After(facts.RetryAfter)}"
                ),
                facts
            );
        }

        return meant switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new KoreXoValidationException(message, facts),
            HttpStatusCode.Unauthorized => new KoreXoAuthenticationException(
                Message(call, what.TrimEnd('.') + "; check the credential, and the clock of this machine"),
                facts
            ),
            HttpStatusCode.Forbidden => ForbiddenCall.Create(call, settings, what, error, facts),
            HttpStatusCode.NotFound => new KoreXoNotFoundException(message, facts),
            HttpStatusCode.Conflict => new KoreXoConflictException(message, facts),
            _ => new KoreXoException(message, facts, innerException: null),
        };
    }

    private static string After(TimeSpan? wait) =>
        wait is { } time ? string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(time.TotalSeconds):0} s") : "later";

    private static string Describe(HttpStatusCode status, string? code, string? message) =>
        StatusText.Format(status) + (code is null ? "" : $", code {code}") + (message is null ? "" : $", {message}");

    // Only the origin: the rest may be a secret.
    private static string Redirect(CallState call, HttpStatusCode status) =>
        (int)status is >= 300 and < 400 && call.Attempt.Answer?.Headers.Location is { } place
            ? (place.IsAbsoluteUri ? $", redirects to {Origin.Of(place)}" : ", redirects within the service")
                + $", which is not followed; check {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Endpoint)}"
            : "";

    private static RateRefusal? Refusal(CallState call, ErrorBody error)
    {
        if (error.Message is not null)
        {
            foreach (var refusal in call.Operation.Api.Refusals)
            {
                if (error.Message.Contains(refusal.Contains, StringComparison.OrdinalIgnoreCase))
                {
                    return refusal;
                }
            }
        }

        return null;
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status == HttpStatusCode.RequestTimeout
        || (
            status >= HttpStatusCode.InternalServerError
            && status is not (HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported)
        );

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Clamp(delta),
            { Date: { } date } => Clamp(date - clock.GetUtcNow()),
            _ => null,
        };

    // The year 9999 means "not soon", and so does what no timer supports.
    private static TimeSpan Clamp(TimeSpan wait) =>
        wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > ClientSettings.LongestLimit ? ClientSettings.LongestLimit
        : wait;
}
