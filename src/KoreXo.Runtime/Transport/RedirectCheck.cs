namespace KoreXo.Runtime;

/// <summary>
/// Keeps credentials on the origin that they are for: turns off automatic redirects on a transport, and detects when one that cannot be
/// changed followed a redirect.
/// </summary>
internal static class RedirectCheck
{
    /// <summary>
    /// Turns off automatic redirects on the handler at the end of a chain. When .NET follows a redirect to another host, it strips only the
    /// Authorization header.
    /// </summary>
    /// <exception cref="ArgumentException">The handler follows redirects and has been used, so it can no longer be changed.</exception>
    public static void TurnOff(HttpMessageHandler handler, string parameter)
    {
        var primary = handler;
        while (primary is DelegatingHandler { InnerHandler: { } inner })
        {
            primary = inner;
        }

        try
        {
            switch (primary)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException fault)
        {
            throw new ArgumentException(
                $"The {primary.GetType().Name} follows redirects, which forwards the credential to any host, and has already been used, so this can no longer be turned off. Create it with AllowAutoRedirect = false.",
                parameter,
                fault
            );
        }
    }

    /// <summary>
    /// Gets the failure of a call whose response came from another origin than it was sent to; <see langword="null"/> if the origin
    /// matches.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="sentTo">The address of the request; .NET changes the one in the message when it follows a redirect.</param>
    /// <param name="response">The response.</param>
    public static KoreXoException? Find(CallState call, Uri sentTo, HttpResponseMessage response)
    {
        // A link is requested without a token, and may lead anywhere.
        if (
            response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } reached
            || ReferenceEquals(reached, sentTo)
            || (call.Request.Link is not null && call.Attempt.Token is null)
            || Origin.IsSame(sentTo, reached)
        )
        {
            return null;
        }

        var exposed = call.Attempt.Token is null
            ? ""
            : ", and the credential may have been sent along: replace it if that host is not yours";
        return new KoreXoException(
            ResponseErrors.Message(
                call,
                $"redirected from {Origin.Of(sentTo)} to {Origin.Of(reached)}, and the {nameof(HttpClient)} given to the client followed{exposed}. Set {nameof(SocketsHttpHandler.AllowAutoRedirect)} = false on its handler, or give the client the handler instead of the {nameof(HttpClient)}; if the service has moved, set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Endpoint)}"
            ),
            call.Facts() with
            {
                Status = response.StatusCode,
                MayHaveBeenApplied = true,
            },
            innerException: null
        );
    }
}
