using System.Net;

namespace KoreXo.Runtime;

/// <summary>
/// Sends messages: over the client's own handlers, or with an <see cref="HttpClient"/> of the caller. An <see cref="HttpClient"/> adds a
/// time limit, default headers and a linked cancellation source to each request, of which the client needs none; spans and metrics of
/// requests come from the handlers.
/// </summary>
internal sealed class MessageTransport : IDisposable
{
    private readonly HttpMessageInvoker _handlers;
    private readonly HttpClient? _given;
    private readonly Version _version;
    private readonly HttpVersionPolicy _policy;

    private MessageTransport(HttpMessageInvoker handlers, Version version, HttpVersionPolicy policy)
    {
        (_handlers, _version, _policy) = (handlers, version, policy);
        _given = handlers as HttpClient;
    }

    /// <summary>Gets the time limit that the transport adds to that of an attempt, or infinite.</summary>
    public TimeSpan Timeout => _given?.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Uses HTTP/2 over handlers if the server offers it.</summary>
    /// <param name="handler">The handlers.</param>
    /// <param name="owns">Whether they are disposed with the transport.</param>
    public static MessageTransport FromHandler(HttpMessageHandler handler, bool owns) =>
        new(new HttpMessageInvoker(handler, owns), HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);

    /// <summary>Uses an <see cref="HttpClient"/> as it is configured. It is never disposed.</summary>
    public static MessageTransport FromClient(HttpClient http) => new(http, http.DefaultRequestVersion, http.DefaultVersionPolicy);

    /// <summary>
    /// Uses the handlers of an <see cref="HttpClient"/>, unless something is configured on it that would be lost. Neither is disposed.
    /// </summary>
    /// <param name="http">The client.</param>
    /// <param name="handler">Its handlers.</param>
    public static MessageTransport FromFactory(HttpClient http, HttpMessageHandler handler) =>
        http.Timeout == System.Threading.Timeout.InfiniteTimeSpan && http.DefaultRequestHeaders.NonValidated.Count == 0
            ? new MessageTransport(
                new HttpMessageInvoker(handler, disposeHandler: false),
                http.DefaultRequestVersion,
                http.DefaultVersionPolicy
            )
            : FromClient(http);

    /// <summary>Sends a message. The body of the response is left unread.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (_given is not null)
        {
            // Whatever is set now: the caller may change it at any time.
            (message.Version, message.VersionPolicy) = (_given.DefaultRequestVersion, _given.DefaultVersionPolicy);
            return _given.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        (message.Version, message.VersionPolicy) = (_version, _policy);
        return _handlers.SendAsync(message, cancellationToken);
    }

    /// <summary>Disposes the handlers, if the transport owns them.</summary>
    public void Dispose()
    {
        if (_given is null)
        {
            _handlers.Dispose();
        }
    }
}
