namespace KoreXo.Runtime;

/// <summary>Resolves the server that an operation is sent to.</summary>
internal static class ServerAddress
{
    /// <summary>
    /// Gets the address, without a trailing slash. An operation with its own server is sent there automatically only if the document names
    /// the endpoint: the client of a test system must not reach the production system.
    /// </summary>
    /// <exception cref="KoreXoException">The server is not known for this endpoint.</exception>
    public static string Get(ClientSettings settings, CallState call)
    {
        if (call.Operation.Server is not { } server)
        {
            return settings.Endpoint;
        }

        if (settings.Servers.TryGetValue(server, out var configured))
        {
            return configured;
        }

        if (server.StartsWith('/'))
        {
            return settings.EndpointAddress.GetLeftPart(UriPartial.Authority) + server.TrimEnd('/');
        }

        if (IsDocumented(settings.EndpointAddress, call.Operation.Api))
        {
            return server;
        }

        throw new KoreXoException(
            $"{call.Title} was not sent: the document declares its own server for it, {server}, and does not name the endpoint. Set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Servers)}[\"{server}\"] to the address that belongs to the endpoint.",
            call.Facts(),
            innerException: null
        );
    }

    private static bool IsDocumented(Uri endpoint, ApiDescription api)
    {
        for (var i = 0; i < api.Servers.Count; i++)
        {
            if (Uri.TryCreate(api.Servers[i], UriKind.Absolute, out var server) && Origin.IsSame(endpoint, server))
            {
                return true;
            }
        }

        return false;
    }
}
