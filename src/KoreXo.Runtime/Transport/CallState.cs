using System.Globalization;
using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// One call on its way: what was asked, and what is known so far. Its attempts follow one another, so nothing here is locked.
/// </summary>
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
    private static readonly ResiliencePropertyKey<CallState?> Key = new("korexo.call");

    private List<KoreXoException>? _earlier;
    private bool _mayHaveBeenApplied;
    private string? _idempotencyKey;
    private (string Token, string[]? Others, Redactor Redactor)? _token;

    public OperationRequest Request { get; } = request;

    public OperationDescriptor Operation => Request.Operation;

    public CallOptions? Options { get; } = options;

    public CredentialChoice Choice { get; } = choice;

    public CallDeadline Clock { get; } = clock;

    public CancellationToken Caller { get; } = caller;

    /// <summary>Gets who gives the permits for the attempts; <see langword="null"/> when none are needed.</summary>
    public QuotaLimiter? Limiter { get; } = limiter;

    public RateLimitWait Wait { get; } = wait;

    public int Attempts { get; set; }

    /// <summary>Gets how often the call was repeated, but for a repetition with a renewed token.</summary>
    public int Repetitions { get; private set; }

    /// <summary>Gets or sets whether the credential has another token, after the first one was refused; nothing before that.</summary>
    public bool? HasAnotherToken { get; set; }

    public TimeSpan NextDelay { get; set; }

    /// <summary>Gets or sets what ends the attempt under way after a silence; <see langword="null"/> where little is transferred.</summary>
    public IdleTimer? Idle { get; set; }

    /// <summary>Gets a value indicating whether the server is asked before much is sent to it.</summary>
    public bool ExpectsContinue { get; private set; } = true;

    /// <summary>Gets or sets the token of the attempt under way, to black it out where a server echoes it.</summary>
    public string? Token { get; set; }

    /// <summary>Gets the key by which the service knows the call again, the same for all its attempts.</summary>
    public string IdempotencyKey => _idempotencyKey ??= Guid.NewGuid().ToString();

    /// <summary>Gets or sets the tokens of the further credentials that the attempt under way carries.</summary>
    public string[]? OtherTokens { get; set; }

    /// <summary>Gets or sets the context that the credential receives, the same for all attempts.</summary>
    public TokenRequestContext? TokenContext { get; set; }

    /// <summary>Gets or sets the answer to the attempt under way, for its head; its body may be gone.</summary>
    public HttpResponseMessage? Answer { get; set; }

    /// <summary>
    /// Gets the id that the server gave the request. It is the server's own, so that no value of the request is looked for in it.
    /// </summary>
    public string? RequestId =>
        Answer is not null && ResponseMetadata.RequestId(Answer) is { } id ? ErrorBody.Short(TokenRedactor?.Code(id) ?? id) : null;

    /// <summary>Begins a message: verb and path template.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>Gets or sets whether the call came through the client's own pipeline.</summary>
    public bool IsGuarded { get; set; }

    /// <summary>Gets what the attempts cost so far, to end a message with; empty for a single one.</summary>
    public string Effort =>
        Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({Attempts} attempts in {Clock.Elapsed.TotalSeconds:0.0} s)") : "";

    /// <summary>Finds the call that an attempt belongs to.</summary>
    public static CallState? Find(ResilienceContext context) => context.Properties.GetValue(Key, null);

    /// <summary>Gets the call that an attempt belongs to.</summary>
    public static CallState Of(ResilienceContext context) =>
        Find(context) ?? throw new InvalidOperationException("The context is not that of a call.");

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);

    /// <summary>Gets the failure of the attempt before.</summary>
    public KoreXoException? LastFailure => _earlier?[^1];

    /// <summary>Gets where the token of the credential goes; <see langword="null"/> where the API takes none.</summary>
    public ApiAuthentication? Authentication => Choice.Scheme ?? Operation.Api.Authentication;

    /// <summary>Whether a part of the request is for a credential, so that nobody else may set it.</summary>
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

    /// <summary>Says, once, whether the call may be repeated with another token.</summary>
    public bool TakeAnotherToken()
    {
        var has = HasAnotherToken == true;
        HasAnotherToken = false;
        return has;
    }

    /// <summary>Says, once, that the server is no longer asked, since it does not understand the question.</summary>
    public bool DropExpectation()
    {
        var expected = ExpectsContinue;
        ExpectsContinue = false;
        return expected && Request.IsTransfer;
    }

    /// <summary>Notes that the call is made again after a failure.</summary>
    public void Repeat(KoreXoException failure)
    {
        Repetitions += failure is KoreXoAuthenticationException { Status: not null } ? 0 : 1;
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
    /// Gets or sets the body that was sent, where it must be known beyond the call: its sensitive values may stand in an answer that
    /// cannot be read.
    /// </summary>
    public RequestBody? SentBody { get; set; }

    /// <summary>Hides the token, and the values of parameters and members that must not be shown, in a text of the server's.</summary>
    public string? Redact(string? text) => Redact(text, static (redactor, text) => redactor.Text(text));

    /// <summary>Hides them in a body, which stays JSON if it was.</summary>
    public string? RedactBody(string? body) => Redact(body, static (redactor, body) => BodyRedactor.Redact(body, redactor));

    /// <summary>Hides them in a code of the server's, which is exact otherwise.</summary>
    public string? RedactCode(string? code) => Redact(code, static (redactor, code) => redactor.Code(code));

    /// <summary>Hides them in a reason of our own.</summary>
    public string? RedactReason(string reason) => Redact(reason, static (redactor, reason) => redactor.Reason(reason));

    private string? Redact(string? text, Func<Redactor, string, string> redact)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        // Whatever is shown is shorter; what stands at the cut is looked at as such.
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
