using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>
/// A call in progress: what was requested, and what is known so far. Its attempts follow one another, so nothing here is locked.
/// </summary>
/// <remarks>It has fields where other types have properties: each accessor is a method to compile before the first response.</remarks>
internal abstract class CallState(
    OperationRequest request,
    CallOptions? options,
    CredentialChoice choice,
    CallDeadline clock,
    QuotaLimiter? limiter,
    RateLimitWait wait,
    CancellationToken caller
)
{
    private List<KoreXoException>? _earlier;
    private bool _mayHaveBeenApplied;
    private string? _idempotencyKey;
    private (string Token, string[]? Others, Redactor Redactor)? _token;

    public readonly OperationRequest Request = request;

    public OperationDescriptor Operation => Request.Operation;

    public readonly CallOptions? Options = options;

    public readonly CredentialChoice Choice = choice;

    public readonly CallDeadline Clock = clock;

    public readonly CancellationToken Caller = caller;

    /// <summary>Gets the limiter that grants the permits for the attempts; <see langword="null"/> if none are required.</summary>
    public readonly QuotaLimiter? Limiter = limiter;

    public readonly RateLimitWait Wait = wait;

    public int Attempts;

    /// <summary>Gets the number of retries, except one with a renewed token.</summary>
    public int Repetitions { get; private set; }

    /// <summary>
    /// Gets or sets a value indicating whether the credential has another token after the first one was rejected; <see langword="null"/>
    /// before that.
    /// </summary>
    public bool? HasAnotherToken;

    public TimeSpan NextDelay;

    /// <summary>
    /// Gets or sets the timer that ends the current attempt after a silence; <see langword="null"/> if little is transferred.
    /// </summary>
    public IdleTimer? Idle;

    /// <summary>Gets a value indicating whether to ask the server (Expect: 100-continue) before a large body is sent.</summary>
    public bool ExpectsContinue = true;

    /// <summary>Gets or sets the token of the current attempt, to redact it where a server echoes it.</summary>
    public string? Token;

    /// <summary>Gets the key by which the service recognizes the call, the same for all its attempts.</summary>
    public string IdempotencyKey => _idempotencyKey ??= Guid.NewGuid().ToString();

    /// <summary>Gets or sets the tokens of the additional credentials of the current attempt.</summary>
    public string[]? OtherTokens;

    /// <summary>Gets or sets the context that the credential receives, the same for all attempts.</summary>
    public TokenRequestContext? TokenContext;

    /// <summary>Gets or sets the response to the current attempt, for its headers; its body may already be disposed.</summary>
    public HttpResponseMessage? Answer;

    /// <summary>
    /// Gets the ID that the server assigned to the request. Since it comes from the server, values of the request are not redacted in it.
    /// </summary>
    public string? RequestId =>
        Answer is not null && ResponseMetadata.RequestId(Answer) is { } id ? ErrorBody.Short(TokenRedactor?.Code(id) ?? id) : null;

    /// <summary>Gets the beginning of messages: method and path template.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>A value indicating whether the call passed through the client's own pipeline.</summary>
    public bool IsGuarded;

    /// <summary>Gets the number and duration of the attempts, to end a message with; empty for a single one.</summary>
    public string Effort =>
        Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({Attempts} attempts in {Clock.Elapsed.TotalSeconds:0.0} s)") : "";

    /// <summary>Gets or sets the permit of the current attempt; <see langword="null"/> if it has none.</summary>
    public QuotaLease? Permit;

    /// <summary>Gets or sets the failure of the first attempt, until the pipeline that decides about it has received it.</summary>
    public KoreXoException? FirstFailure;

    /// <summary>Receives the response to an attempt as specified, and keeps the result.</summary>
    public abstract ValueTask ReceiveAsync(HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>Takes the permit over, to end it.</summary>
    public QuotaLease TakePermit()
    {
        var permit = Permit!;
        Permit = null;
        return permit;
    }

    /// <summary>Returns, once, the failure of the first attempt.</summary>
    public KoreXoException? TakeFirstFailure()
    {
        var failure = FirstFailure;
        FirstFailure = null;
        return failure;
    }

    /// <summary>Gets the failure of the previous attempt.</summary>
    public KoreXoException? LastFailure => _earlier?[^1];

    /// <summary>Gets where the token of the credential is sent; <see langword="null"/> if the API requires none.</summary>
    public ApiAuthentication? Authentication => Choice.Scheme ?? Operation.Api.Authentication;

    /// <summary>Checks whether a part of the request is reserved for a credential, so that nothing else may set it.</summary>
    public bool IsForCredential(AuthLocation location, string name)
    {
        const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
        if (Is(Authentication))
        {
            return true;
        }

        foreach (var other in Choice.Others ?? [])
        {
            if (Is(other.Scheme))
            {
                return true;
            }
        }

        return false;

        bool Is(ApiAuthentication? scheme) =>
            scheme is not null
            && scheme.Location == location
            && scheme.Name.Equals(name, location == AuthLocation.Header ? AnyCase : StringComparison.Ordinal);
    }

    /// <summary>Returns, once, whether the call may be retried with another token.</summary>
    public bool TakeAnotherToken()
    {
        var has = HasAnotherToken == true;
        HasAnotherToken = false;
        return has;
    }

    /// <summary>Returns, once, that the server is no longer asked first, because it does not support the expectation.</summary>
    public bool DropExpectation()
    {
        var expected = ExpectsContinue;
        ExpectsContinue = false;
        return expected && Request.IsTransfer;
    }

    /// <summary>Records that the call is retried after a failure.</summary>
    public void Repeat(KoreXoException failure)
    {
        Repetitions += failure is KoreXoAuthenticationException { Status: not null } ? 0 : 1;
        (_earlier ??= []).Add(failure);
        NoteEffect(failure.MayHaveBeenApplied);
    }

    /// <summary>Records whether an attempt may have been applied, which no later attempt undoes.</summary>
    public void NoteEffect(bool possible) => _mayHaveBeenApplied |= possible;

    /// <summary>Completes the final failure of the call with what came before.</summary>
    public KoreXoException End(KoreXoException failure)
    {
        failure.Complete(Attempts, _mayHaveBeenApplied, _earlier);
        return failure;
    }

    public ErrorFacts Facts() =>
        new()
        {
            Method = Operation.Method.Method,
            Path = Operation.Path,
            OperationId = Operation.Id.Length == 0 ? null : Operation.Id,
            RequestId = RequestId,
            Attempts = Attempts,
        };

    /// <summary>
    /// Gets or sets the body that was sent, if it must be known beyond the call: its sensitive values may occur in a response that cannot
    /// be read.
    /// </summary>
    public RequestBody? SentBody;

    /// <summary>Redacts the token, and the values of sensitive parameters and members, in a string from the server.</summary>
    public string? Redact(string? text) => Redact(text, static (redactor, text) => redactor.Text(text));

    /// <summary>Redacts them in a body; JSON stays JSON.</summary>
    public string? RedactBody(string? body) => Redact(body, static (redactor, body) => BodyRedactor.Redact(body, redactor));

    /// <summary>Redacts them in a code from the server, which otherwise has to match exactly.</summary>
    public string? RedactCode(string? code) => Redact(code, static (redactor, code) => redactor.Code(code));

    /// <summary>Redacts them in our own message.</summary>
    public string? RedactReason(string reason) => Redact(reason, static (redactor, reason) => redactor.Reason(reason));

    private string? Redact(string? text, Func<Redactor, string, string> redact)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        // Whatever is shown is shorter; the redactor handles a value that was cut at the end.
        text = text.Length > ResponseErrors.BodyLimit ? text[..ResponseErrors.BodyLimit] : text;
        text = TokenRedactor is null ? text : redact(TokenRedactor, text);
        if (Operation.SensitiveParameters.Length + Operation.SensitiveMembers.Length == 0)
        {
            return text;
        }

        return redact(SensitiveValues.Redactor(text, Request, SentBody ?? Request.Body, Options, Caller), text);
    }

    private Redactor? TokenRedactor
    {
        get
        {
            if (_token is not null && _token.Value.Token == Token && _token.Value.Others == OtherTokens)
            {
                return _token.Value.Redactor;
            }

            _token = string.IsNullOrEmpty(Token)
                ? null
                : (Token, OtherTokens, SensitiveValues.Redactor(OtherTokens is null ? [Token] : [Token, .. OtherTokens]));
            return _token?.Redactor;
        }
    }
}
