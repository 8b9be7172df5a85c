using System.Globalization;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Faults;
using KoreXo.Simulator.Quotas;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>
/// What goes wrong with one request. Each fault says whether the request is carried out all the same, which
/// <see cref="RecordedRequest.IsApplied"/> tells afterwards.
/// </summary>
public sealed class Fault
{
    private Fault(string name, FaultMoment moment, FaultDelivery delivery = FaultDelivery.Whole)
    {
        Name = name;
        Moment = moment;
        Delivery = delivery;
    }

    /// <summary>Refused for rate, not carried out: 429 with the text of the minute's window, whatever was used of it.</summary>
    public static Fault MinuteRefusal { get; } = Refused(nameof(MinuteRefusal), texts => texts.For(RefusalTexts.Minute));

    /// <summary>Refused for rate, not carried out: 429 with the text of the hour's window.</summary>
    public static Fault HourRefusal { get; } = Refused(nameof(HourRefusal), texts => texts.For(RefusalTexts.Hour));

    /// <summary>Refused for rate, not carried out: 429 with the documented text that names no window.</summary>
    public static Fault UnnamedRefusal { get; } = Refused(nameof(UnnamedRefusal), texts => texts.WithoutWindow);

    /// <summary>401, not carried out: the token has expired. The same token is refused from then on.</summary>
    public static Fault ExpiredToken { get; } =
        new(nameof(ExpiredToken), FaultMoment.Token) { Answer = _ => Error(401, "The token has expired.") };

    /// <summary>401, not carried out: the id of the token was used before. The same token is refused from then on.</summary>
    public static Fault ReplayedToken { get; } =
        new(nameof(ReplayedToken), FaultMoment.Token)
        {
            Answer = _ => Error(401, "A token with this jti has been used before, possibly a replay."),
        };

    /// <summary>The connection is reset instead of an answer; the request was not carried out.</summary>
    public static Fault ResetBeforeEffect { get; } = new(nameof(ResetBeforeEffect), FaultMoment.BeforeEffect, FaultDelivery.Reset);

    /// <summary>The connection is reset instead of an answer; the request was carried out.</summary>
    public static Fault ResetAfterEffect { get; } = new(nameof(ResetAfterEffect), FaultMoment.AfterEffect, FaultDelivery.Reset);

    /// <summary>No answer ever comes, and the connection stays; the request was not carried out.</summary>
    public static Fault SilenceBeforeEffect { get; } = new(nameof(SilenceBeforeEffect), FaultMoment.BeforeEffect, FaultDelivery.Never);

    /// <summary>No answer ever comes, and the connection stays; the request was carried out.</summary>
    public static Fault SilenceAfterEffect { get; } = new(nameof(SilenceAfterEffect), FaultMoment.AfterEffect, FaultDelivery.Never);

    /// <summary>Carried out, and answered with the first half of the JSON, as if that were all.</summary>
    public static Fault CutJson { get; } = new(nameof(CutJson), FaultMoment.AfterEffect, FaultDelivery.CutJson);

    /// <summary>Carried out; the connection is reset in the middle of the body.</summary>
    public static Fault CutBody { get; } = new(nameof(CutBody), FaultMoment.AfterEffect, FaultDelivery.CutBody);

    /// <summary>The name of the fault, as <see cref="RecordedRequest.Fault"/> has it.</summary>
    public string Name { get; }

    internal FaultMoment Moment { get; }

    internal FaultDelivery Delivery { get; }

    internal TimeSpan Time { get; private init; }

    /// <summary>The answer that takes the place of the operation's own; null when that one is delivered, or none.</summary>
    internal Func<ApiOperation, ApiAnswer>? Answer { get; private init; }

    /// <summary>Refused for rate in words of your own, not carried out.</summary>
    /// <param name="text">What the answer says. It is taken for a refusal if it has one of the documented texts in it, or by its
    /// status.</param>
    /// <param name="status">The status of the answer: the platform's pages give none, 429 is usual.</param>
    /// <returns>The fault.</returns>
    public static Fault Refusal(string text, int status = 429)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new Fault(nameof(Refusal), FaultMoment.BeforeEffect) { Answer = _ => Error(Checked(status), text) };
    }

    /// <summary>An error of the server, before the request was carried out.</summary>
    /// <param name="status">The status, 400 or more.</param>
    /// <param name="body">What the body is.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not that of an error.</exception>
    public static Fault Error(int status, FaultBody body = FaultBody.Json) =>
        Failing(nameof(Error), FaultMoment.BeforeEffect, status, body);

    /// <summary>An error of the server, after the request was carried out.</summary>
    /// <param name="status">The status, 400 or more.</param>
    /// <param name="body">What the body is.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not that of an error.</exception>
    public static Fault ErrorAfterEffect(int status, FaultBody body = FaultBody.Json) =>
        Failing(nameof(ErrorAfterEffect), FaultMoment.AfterEffect, status, body);

    /// <summary>Carried out, and answered after a time on the simulator's clock.</summary>
    /// <param name="wait">The time.</param>
    /// <returns>The fault.</returns>
    public static Fault LateAnswer(TimeSpan wait) =>
        new(nameof(LateAnswer), FaultMoment.AfterEffect, FaultDelivery.Late) { Time = Checked(wait) };

    /// <summary>Carried out, and answered in ten pieces over a time on the simulator's clock.</summary>
    /// <param name="time">The time from the first piece to the last.</param>
    /// <returns>The fault.</returns>
    public static Fault SlowBody(TimeSpan time) =>
        new(nameof(SlowBody), FaultMoment.AfterEffect, FaultDelivery.InPieces) { Time = Checked(time) };

    /// <summary>Sent on to another address, not carried out.</summary>
    /// <param name="address">The address, of this host or another.</param>
    /// <param name="status">The status, a 3xx.</param>
    /// <returns>The fault.</returns>
    public static Fault Redirect(Uri address, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 399);
        var location = address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString;
        return new Fault(nameof(Redirect), FaultMoment.BeforeEffect) { Answer = _ => ApiAnswer.Empty(status).With("Location", location) };
    }

    /// <summary>The same fault, with a time after which to try again.</summary>
    /// <param name="time">The time, in whole seconds.</param>
    /// <returns>A fault whose answer has the header <c>Retry-After</c>.</returns>
    /// <exception cref="InvalidOperationException">The fault has no answer of its own.</exception>
    public Fault WithRetryAfter(TimeSpan time)
    {
        var answer =
            Answer ?? throw new InvalidOperationException($"'{Name}' has no answer of its own, which could say when to try again.");
        var seconds = ((long)Checked(time).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new Fault(Name, Moment, Delivery) { Time = Time, Answer = operation => answer(operation).With("Retry-After", seconds) };
    }

    /// <summary>Names the fault.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static Fault Refused(string name, Func<RefusalTexts, string> text) =>
        new(name, FaultMoment.BeforeEffect)
        {
            Answer = operation => ApiAnswer.From(QuotaBook.Refusal(text(operation.Refusals), "by the fault plan")),
        };

    private static Fault Failing(string name, FaultMoment moment, int status, FaultBody body)
    {
        Checked(status);
        return new Fault(name, moment)
        {
            Answer = _ =>
                body switch
                {
                    FaultBody.Empty => ApiAnswer.Empty(status),
                    FaultBody.Html => ApiAnswer.Html(
                        status,
                        $"<html><head><title>{status}</title></head><body><h1>The gateway says {status}.</h1></body></html>"
                    ),
                    _ => Error(status, "The fault plan lets the server fail."),
                },
        };
    }

    private static ApiAnswer Error(int status, string reason) => ApiAnswer.From(new RefusalException(status, reason));

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
