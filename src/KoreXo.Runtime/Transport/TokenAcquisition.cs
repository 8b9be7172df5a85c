namespace KoreXo.Runtime;

/// <summary>Requests the tokens of a call from its credentials, and reports their exceptions as the failure of the call.</summary>
internal static class TokenAcquisition
{
    /// <summary>Acquires the tokens of an attempt; none if the call has no credential.</summary>
    /// <exception cref="KoreXoAuthenticationException">A credential returned no usable token.</exception>
    public static ValueTask AcquireAsync(ClientSettings settings, CallState call, CancellationToken cancellationToken)
    {
        if (call.Choice.Credential is not { } credential)
        {
            return default;
        }

        if (call.Choice.Others is null && credential.FixedToken is { } token && !cancellationToken.IsCancellationRequested)
        {
            call.Attempt.Token = token;
            return default;
        }

        var acquiring = GetAsync(call, credential, call.Authentication, Context(settings, call), cancellationToken);
        if (!acquiring.IsCompletedSuccessfully || call.Choice.Others is not null)
        {
            return AcquireAllAsync(acquiring, settings, call, cancellationToken);
        }

        call.Attempt.Token = acquiring.Result;
        return default;
    }

    private static async ValueTask AcquireAllAsync(
        ValueTask<string> acquiring,
        ClientSettings settings,
        CallState call,
        CancellationToken cancellationToken
    )
    {
        call.Attempt.Token = await acquiring.ConfigureAwait(false);
        if (call.Choice.Others is not { } others)
        {
            return;
        }

        var tokens = new string[others.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var context = Context(settings, call, others[i].Requirement);
            tokens[i] = await GetAsync(call, others[i].Credential, others[i].Scheme, context, cancellationToken).ConfigureAwait(false);
        }

        call.Attempt.OtherTokens = tokens;
    }

    /// <summary>Reports to the credentials that the server rejected the tokens of the attempt.</summary>
    /// <returns>Whether other tokens may be accepted.</returns>
    public static async ValueTask<bool> RejectAsync(ClientSettings settings, CallState call, CancellationToken cancellationToken)
    {
        if (call is not { Attempt.Token: { } token, Choice.Credential: { } credential })
        {
            return false;
        }

        try
        {
            var hasAnother = await credential.RejectTokenAsync(Context(settings, call), token, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < (call.Attempt.OtherTokens?.Length ?? 0); i++)
            {
                var other = call.Choice.Others![i];
                hasAnother |= await other
                    .Credential.RejectTokenAsync(
                        Context(settings, call, other.Requirement),
                        call.Attempt.OtherTokens![i],
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }

            return hasAnother;
        }
        catch (Exception) when (!call.Caller.IsCancellationRequested)
        {
            return false; // report the rejection, not that there is no better token
        }
    }

    private static ValueTask<string> GetAsync(
        CallState call,
        KoreXoCredential credential,
        ApiAuthentication? scheme,
        TokenRequestContext context,
        CancellationToken cancellationToken
    )
    {
        ValueTask<AccessToken> acquiring;
        try
        {
            acquiring = credential.AcquireTokenAsync(context, cancellationToken);
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Failed(call, credential, context.CredentialKind, fault);
        }

        // Nearly every token is at hand.
        return acquiring.IsCompletedSuccessfully
            ? new ValueTask<string>(Checked(acquiring.Result.Value, call, credential, scheme, context.CredentialKind))
            : WaitAsync(acquiring, call, credential, scheme, context, cancellationToken);
    }

    private static async ValueTask<string> WaitAsync(
        ValueTask<AccessToken> acquiring,
        CallState call,
        KoreXoCredential credential,
        ApiAuthentication? scheme,
        TokenRequestContext context,
        CancellationToken cancellationToken
    )
    {
        AccessToken token;
        try
        {
            token = await acquiring.ConfigureAwait(false);
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Failed(call, credential, context.CredentialKind, fault);
        }

        return Checked(token.Value, call, credential, scheme, context.CredentialKind);
    }

    private static string Checked(string token, CallState call, KoreXoCredential credential, ApiAuthentication? scheme, string? kind) =>
        token.Length == 0 ? throw Unusable(call, credential, kind, "returned an empty token; check where it gets the token from")
        : scheme is { Location: AuthLocation.Query } || FixedToken.IsToken(token) ? token
        : throw Unusable(
            call,
            credential,
            kind,
            "returned a token that cannot be sent in a header: it contains a space, a line break or a non-ASCII character; return the bare token, without a prefix"
        );

    private static TokenRequestContext Context(ClientSettings settings, CallState call) =>
        call.TokenContext ??= Context(settings, call, call.Choice.Requirement);

    private static TokenRequestContext Context(ClientSettings settings, CallState call, ScopeRequirement? requirement) =>
        new(settings.EndpointAddress)
        {
            OperationId = call.Operation.Id.Length == 0 ? null : call.Operation.Id,
            Scopes = requirement?.Scopes ?? [],
            CredentialKind = requirement?.Credential,
            TimeProvider = settings.TimeProvider,
        };

    private static KoreXoAuthenticationException Failed(CallState call, KoreXoCredential credential, string? kind, Exception fault)
    {
        // Our own messages are known to contain no secret; those of others may.
        var reason = fault is KoreXoException ? fault.Message.TrimEnd('.') : $"it threw {fault.GetType().Name}, see the inner exception";
        var isTransient =
            fault
            is KoreXoException { IsTransient: true }
                or HttpRequestException
                or IOException
                or TimeoutException
                or OperationCanceledException;
        return new KoreXoAuthenticationException(
            $"{call.Title} was not sent: {Name(credential, kind)} returned no token: {reason}.",
            call.Facts() with
            {
                IsTransient = isTransient,
                Code = (fault as KoreXoException)?.Code,
            },
            fault
        );
    }

    private static KoreXoAuthenticationException Unusable(CallState call, KoreXoCredential credential, string? kind, string what) =>
        new($"{call.Title} was not sent: {Name(credential, kind)} {what}.", call.Facts());

    // The type name rather than ToString, which a user may have overridden to show more.
    private static string Name(KoreXoCredential credential, string? kind) =>
        $"credential {(kind is null ? "" : $"'{kind}' ")}({credential.GetType().Name})";
}
