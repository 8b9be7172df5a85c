namespace KoreXo.Runtime;

/// <summary>What was requested, and what was decided before the first attempt: no attempt changes it.</summary>
/// <remarks>
/// It has fields where other types have properties, and so does <see cref="CallState"/>: each accessor is a method to compile before the
/// first response.
/// </remarks>
internal abstract class Call(
    OperationRequest request,
    CallOptions? options,
    CredentialChoice choice,
    CallDeadline clock,
    QuotaLimiter? limiter,
    RateLimitWait wait,
    CancellationToken caller
)
{
    private string? _idempotencyKey;

    public readonly OperationRequest Request = request;

    public readonly CallOptions? Options = options;

    public readonly CredentialChoice Choice = choice;

    /// <summary>The time limit of the call, which runs.</summary>
    public CallDeadline Clock = clock;

    public readonly CancellationToken Caller = caller;

    /// <summary>Gets the limiter that grants the permits for the attempts; <see langword="null"/> if none are required.</summary>
    public readonly QuotaLimiter? Limiter = limiter;

    public readonly RateLimitWait Wait = wait;

    public OperationDescriptor Operation => Request.Operation;

    /// <summary>Gets the beginning of messages: method and path template.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    /// <summary>Gets where the token of the credential is sent; <see langword="null"/> if the API requires none.</summary>
    public ApiAuthentication? Authentication => Choice.Scheme ?? Operation.Api.Authentication;

    /// <summary>Gets the key by which the service recognizes the call, the same for all its attempts.</summary>
    public string IdempotencyKey => _idempotencyKey ??= Guid.NewGuid().ToString();

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
}
