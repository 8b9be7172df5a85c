using System.ComponentModel;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A request that a service sends to the application, and what the application answers.</summary>
/// <typeparam name="T">The type of the request's body.</typeparam>
/// <typeparam name="TResponse">The type of the answer's body.</typeparam>
public sealed class Webhook<T, TResponse> : Webhook<T>
{
    private readonly JsonCodec<TResponse> _codec;

    /// <summary>Initializes a new instance of the <see cref="Webhook{T, TResponse}"/> class; for emitted code.</summary>
    /// <param name="name">The name of the webhook in its document.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="codec">The codec of the request's body.</param>
    /// <param name="responseCodec">The codec of the answer's body.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="contentType">The media type of the answer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Webhook(string name, string method, JsonCodec<T> codec, JsonCodec<TResponse> responseCodec, int statusCode, string contentType)
        : base(name, method, codec)
    {
        ArgumentNullException.ThrowIfNull(responseCodec);
        _codec = responseCodec;
        StatusCode = statusCode;
        ContentType = contentType;
    }

    /// <summary>Gets the HTTP status of the answer.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the media type of the answer.</summary>
    public string ContentType { get; }

    /// <summary>Writes the body of the answer.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The body: JSON in UTF-8.</returns>
    public ReadOnlyMemory<byte> Write(TResponse response) =>
        JsonWriting.ToBytes((Codec: _codec, response), static (writer, state) => state.Codec.Write(writer, state.response));

    /// <summary>Writes the body of the answer to a stream.</summary>
    /// <param name="body">Takes the body; stays open.</param>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that ends when the body is written.</returns>
    public ValueTask WriteAsync(Stream body, TResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.WriteAsync(Write(response), cancellationToken);
    }
}
