using System.Net;
using Polly;

namespace KoreXo.Runtime;

/// <summary>One call on its way: what was asked, and what is known so far. Its attempts follow one another, so nothing here is locked.</summary>
internal abstract class CallState(OperationRequest request, CallOptions? options, CredentialChoice choice, CallClock clock, QuotaLimiter? limiter, TimeSpan maxQuotaWait)
{
    private static readonly ResiliencePropertyKey<CallState> Key = new("korexo.call");

    private List<KoreXoException>? _earlier;
    private bool _mayHaveBeenApplied;

    public OperationRequest Request { get; } = request;

    public OperationDescriptor Operation => Request.Operation;

    public CallOptions? Options { get; } = options;

    public CredentialChoice Choice { get; } = choice;

    public CallClock Clock { get; } = clock;

    /// <summary>Gets who gives the permits for the attempts; <see langword="null"/> when none are needed.</summary>
    public QuotaLimiter? Limiter { get; } = limiter;

    public TimeSpan QuotaWaitLeft { get; private set; } = maxQuotaWait == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : maxQuotaWait;

    public int Attempts { get; set; }

    /// <summary>Gets how often the call was repeated, but for a repetition with a renewed token.</summary>
    public int Repetitions { get; private set; }

    public bool HasRenewedToken { get; set; }

    public TimeSpan NextDelay { get; set; }

    /// <summary>Gets or sets the token of the attempt under way, to black it out where a server echoes it.</summary>
    public string? Token { get; set; }

    public string? RequestId { get; set; }

    /// <summary>Gets or sets the status of the last answer.</summary>
    public HttpStatusCode? Status { get; set; }

    /// <summary>Begins a message: verb and path template.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>Finds the call that an attempt belongs to.</summary>
    public static CallState Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    public void SpendQuotaWait(TimeSpan wait) =>
        QuotaWaitLeft = QuotaWaitLeft == TimeSpan.MaxValue || wait < TimeSpan.Zero ? QuotaWaitLeft : QuotaWaitLeft > wait ? QuotaWaitLeft - wait : TimeSpan.Zero;

    /// <summary>Notes that the call is made again after a failure.</summary>
    public void Repeat(KoreXoException failure)
    {
        Repetitions += failure is KoreXoAuthenticationException ? 0 : 1;
        (_earlier ??= []).Add(failure);
        NoteEffect(failure.MayHaveBeenApplied);
    }

    /// <summary>Notes that an attempt may have had its effect, which no later attempt undoes.</summary>
    public void NoteEffect(bool possible) => _mayHaveBeenApplied |= possible;

    /// <summary>Completes the failure that the call ends with by what came before.</summary>
    public KoreXoException End(KoreXoException failure)
    {
        failure.Complete(Attempts, _mayHaveBeenApplied, _earlier);
        return failure;
    }

    public ErrorFacts Facts() => new()
    {
        Method = Operation.Method.Method,
        Path = Operation.Path,
        OperationId = Operation.Id.Length == 0 ? null : Operation.Id,
        RequestId = RequestId,
        Attempts = Attempts,
    };

    /// <summary>Blacks out the token, and the values of parameters that must not be shown.</summary>
    public string? Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        text = string.IsNullOrEmpty(Token) ? text : text.Replace(Token, SensitiveValues.Mask, StringComparison.Ordinal);
        return Operation.SensitiveParameters.Length == 0 ? text : SensitiveValues.Redact(text, Request, Options);
    }
}
