namespace KoreXo.Runtime;

/// <summary>Asks the credential of a call for tokens, and reports what goes wrong as the failure of the call.</summary>
internal static class TokenAcquisition
{
    /// <summary>Gets the token of an attempt; <see langword="null"/> where the call carries none.</summary>
    /// <exception cref="KoreXoAuthenticationException">The credential gave no usable token.</exception>
    public static async ValueTask<string?> GetAsync(ClientSettings settings, CallState call, CancellationToken cancellationToken)
    {
        if (call.Choice.Credential is not { } credential)
        {
            return null;
        }

        AccessToken token;
        try
        {
            token = await credential.AcquireTokenAsync(Context(settings, call), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Failed(call, credential, fault);
        }

        return token.Value.Length == 0 ? throw Unusable(call, credential, "returned an empty token; check where it gets the token from")
            : call.Operation.Api.Authentication is { Location: AuthLocation.Query } || FixedToken.IsToken(token.Value) ? token.Value
            : throw Unusable(
                call,
                credential,
                "returned a token that cannot be sent in a header: it contains a blank, a line break or a character outside ASCII; return the bare token, without a prefix"
            );
    }

    /// <summary>Reports to the credential that the server rejected the token of the attempt.</summary>
    /// <returns>Whether another token may be accepted.</returns>
    public static async ValueTask<bool> RejectAsync(ClientSettings settings, CallState call, CancellationToken cancellationToken)
    {
        if (call is not { Token: { } token, Choice.Credential: { } credential })
        {
            return false;
        }

        try
        {
            return await credential.RejectTokenAsync(Context(settings, call), token, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!call.Caller.IsCancellationRequested)
        {
            return false; // the rejection is the failure to report, not that nothing better could be had
        }
    }

    private static TokenRequestContext Context(ClientSettings settings, CallState call) =>
        call.TokenContext ??= new TokenRequestContext(settings.EndpointAddress)
        {
            OperationId = call.Operation.Id.Length == 0 ? null : call.Operation.Id,
            Scopes = call.Choice.Requirement?.Scopes ?? [],
            CredentialKind = call.Choice.Requirement?.Credential,
            TimeProvider = settings.TimeProvider,
        };

    private static KoreXoAuthenticationException Failed(CallState call, KoreXoCredential credential, Exception fault)
    {
        // Our own messages are known to show no secret; those of others may.
        var reason = fault is KoreXoException ? fault.Message.TrimEnd('.') : $"it threw {fault.GetType().Name}, see the inner exception";
        var isTransient =
            fault
            is KoreXoException { IsTransient: true }
                or HttpRequestException
                or IOException
                or TimeoutException
                or OperationCanceledException;
        return new KoreXoAuthenticationException(
            $"{call.Title} was not sent: {Name(call, credential)} gave no token: {reason}.",
            call.Facts() with
            {
                IsTransient = isTransient,
                Code = (fault as KoreXoException)?.Code,
            },
            fault
        );
    }

    private static KoreXoAuthenticationException Unusable(CallState call, KoreXoCredential credential, string what) =>
        new($"{call.Title} was not sent: {Name(call, credential)} {what}.", call.Facts());

    // The type, and not ToString, which a user may have overridden to show more.
    private static string Name(CallState call, KoreXoCredential credential) =>
        $"credential {(call.Choice.Requirement?.Credential is { } kind ? $"'{kind}' " : "")}({credential.GetType().Name})";
}
