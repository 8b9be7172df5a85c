using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Peers;

/// <summary>Sends the key to a server without TLS, which Kiota's own provider refuses.</summary>
internal sealed class PlainKey(string key) : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = null,
        CancellationToken cancellationToken = default
    )
    {
        request.Headers.Add("api_key", key);
        return Task.CompletedTask;
    }
}
