using System.Globalization;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Faults;
using KoreXo.Simulator.Quotas;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>
/// A fault to inject into one request. Each fault documents whether the request is still applied, which
/// <see cref="RecordedRequest.IsApplied"/> shows afterwards.
/// </summary>
public sealed class Fault
{
    private Fault(string name, FaultMoment moment, FaultDelivery delivery = FaultDelivery.Whole)
    {
        Name = name;
        Moment = moment;
        Delivery = delivery;
    }

    /// <summary>
    /// Gets a fault that rate limits the request without applying it: 429 with the message for the minute's window, regardless of how much
    /// of it is used.
    /// </summary>
    public static Fault MinuteRefusal { get; } = Refused(nameof(MinuteRefusal), texts => texts.For(RefusalTexts.Minute));

    /// <summary>Gets a fault that rate limits the request without applying it: 429 with the message for the hour's window.</summary>
    public static Fault HourRefusal { get; } = Refused(nameof(HourRefusal), texts => texts.For(RefusalTexts.Hour));

    /// <summary>
    /// Gets a fault that rate limits the request without applying it: 429 with the documented message that names no window.
    /// </summary>
    public static Fault UnnamedRefusal { get; } = Refused(nameof(UnnamedRefusal), texts => texts.WithoutWindow);

    /// <summary>
    /// Gets a fault that rejects the token as expired, with 401, without applying the request. The same token is rejected from then on.
    /// </summary>
    public static Fault ExpiredToken { get; } =
        new(nameof(ExpiredToken), FaultMoment.Token)
        {
            Answer = (operation, errors) => Error(operation, errors, 401, "The token has expired."),
        };

    /// <summary>
    /// Gets a fault that rejects the token as replayed, with 401, without applying the request. The same token is rejected from then on.
    /// </summary>
    public static Fault ReplayedToken { get; } =
        new(nameof(ReplayedToken), FaultMoment.Token)
        {
            Answer = (operation, errors) => Error(operation, errors, 401, "A token with this jti has been used before, possibly a replay."),
        };

    /// <summary>Gets a fault that resets the connection instead of responding; the request is not applied.</summary>
    public static Fault ResetBeforeEffect { get; } = new(nameof(ResetBeforeEffect), FaultMoment.BeforeEffect, FaultDelivery.Reset);

    /// <summary>Gets a fault that resets the connection instead of responding; the request is applied.</summary>
    public static Fault ResetAfterEffect { get; } = new(nameof(ResetAfterEffect), FaultMoment.AfterEffect, FaultDelivery.Reset);

    /// <summary>Gets a fault that never responds and keeps the connection open; the request is not applied.</summary>
    public static Fault SilenceBeforeEffect { get; } = new(nameof(SilenceBeforeEffect), FaultMoment.BeforeEffect, FaultDelivery.Never);

    /// <summary>Gets a fault that never responds and keeps the connection open; the request is applied.</summary>
    public static Fault SilenceAfterEffect { get; } = new(nameof(SilenceAfterEffect), FaultMoment.AfterEffect, FaultDelivery.Never);

    /// <summary>Gets a fault that applies the request and responds with the first half of the JSON as if it were complete.</summary>
    public static Fault CutJson { get; } = new(nameof(CutJson), FaultMoment.AfterEffect, FaultDelivery.CutJson);

    /// <summary>Gets a fault that applies the request and resets the connection in the middle of the body.</summary>
    public static Fault CutBody { get; } = new(nameof(CutBody), FaultMoment.AfterEffect, FaultDelivery.CutBody);

    /// <summary>Gets the name of the fault, as in <see cref="RecordedRequest.Fault"/>.</summary>
    public string Name { get; }

    internal FaultMoment Moment { get; }

    internal FaultDelivery Delivery { get; }

    internal TimeSpan Time { get; private init; }

    /// <summary>Gets the response that replaces the operation's own; null if that one is sent, or none.</summary>
    internal Func<ApiOperation, IErrorForm, ApiAnswer>? Answer { get; private init; }

    /// <summary>Creates a fault that rate limits the request with a custom message, without applying it.</summary>
    /// <param name="text">The message. Clients treat the response as rate limiting if it contains a documented message, or because of its
    /// status.</param>
    /// <param name="status">The status. The default is 429, which is usual; the platform's pages give none.</param>
    /// <returns>The fault.</returns>
    public static Fault Refusal(string text, int status = 429)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new Fault(nameof(Refusal), FaultMoment.BeforeEffect)
        {
            Answer = (operation, errors) => Error(operation, errors, Checked(status), text),
        };
    }

    /// <summary>Creates a fault that returns an error without applying the request.</summary>
    /// <param name="status">The status, 400 or more.</param>
    /// <param name="body">The kind of body.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not an error status.</exception>
    public static Fault Error(int status, FaultBody body = FaultBody.Json) =>
        Failing(nameof(Error), FaultMoment.BeforeEffect, status, body);

    /// <summary>Creates a fault that returns an error after applying the request.</summary>
    /// <param name="status">The status, 400 or more.</param>
    /// <param name="body">The kind of body.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not an error status.</exception>
    public static Fault ErrorAfterEffect(int status, FaultBody body = FaultBody.Json) =>
        Failing(nameof(ErrorAfterEffect), FaultMoment.AfterEffect, status, body);

    /// <summary>Creates a fault that applies the request and delays the response, on the simulator's clock.</summary>
    /// <param name="wait">The delay.</param>
    /// <returns>The fault.</returns>
    public static Fault LateAnswer(TimeSpan wait) =>
        new(nameof(LateAnswer), FaultMoment.AfterEffect, FaultDelivery.Late) { Time = Checked(wait) };

    /// <summary>
    /// Creates a fault that applies the request and sends the response in ten pieces over a period of time, on the simulator's clock.
    /// </summary>
    /// <param name="time">The time from the first piece to the last.</param>
    /// <returns>The fault.</returns>
    public static Fault SlowBody(TimeSpan time) =>
        new(nameof(SlowBody), FaultMoment.AfterEffect, FaultDelivery.InPieces) { Time = Checked(time) };

    /// <summary>Creates a fault that redirects the request without applying it.</summary>
    /// <param name="address">The target address, on this host or another.</param>
    /// <param name="status">The 3xx status. The default is 307.</param>
    /// <returns>The fault.</returns>
    public static Fault Redirect(Uri address, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 399);
        var location = address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString;
        return new Fault(nameof(Redirect), FaultMoment.BeforeEffect)
        {
            Answer = (_, _) => ApiAnswer.Empty(status).With("Location", location),
        };
    }

    /// <summary>Returns a copy of the fault with a <c>Retry-After</c> header.</summary>
    /// <param name="time">The time after which to retry, in whole seconds.</param>
    /// <returns>The new fault.</returns>
    /// <exception cref="InvalidOperationException">The fault has no response of its own.</exception>
    public Fault WithRetryAfter(TimeSpan time)
    {
        var answer =
            Answer ?? throw new InvalidOperationException($"'{Name}' has no response of its own that could have a Retry-After header.");
        var seconds = ((long)Checked(time).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new Fault(Name, Moment, Delivery)
        {
            Time = Time,
            Answer = (operation, errors) => answer(operation, errors).With("Retry-After", seconds),
        };
    }

    /// <summary>Returns the name of the fault.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static Fault Refused(string name, Func<RefusalTexts, string> text) =>
        new(name, FaultMoment.BeforeEffect)
        {
            Answer = (operation, errors) => errors.Write(operation, QuotaBook.Refusal(text(operation.Refusals), "by the fault plan")),
        };

    private static Fault Failing(string name, FaultMoment moment, int status, FaultBody body)
    {
        Checked(status);
        return new Fault(name, moment)
        {
            Answer = (operation, errors) =>
                body switch
                {
                    FaultBody.Empty => ApiAnswer.Empty(status),
                    FaultBody.Html => ApiAnswer.Html(
                        status,
                        $"<html><head><title>{status}</title></head><body><h1>The gateway says {status}.</h1></body></html>"
                    ),
                    _ => Error(operation, errors, status, "The error is injected by the fault plan."),
                },
        };
    }

    private static ApiAnswer Error(ApiOperation operation, IErrorForm errors, int status, string reason) =>
        errors.Write(operation, new RefusalException(status, reason));

    private static int Checked(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return status;
    }

    private static TimeSpan Checked(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return time;
    }
}
