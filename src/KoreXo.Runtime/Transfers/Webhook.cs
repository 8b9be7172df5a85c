using System.ComponentModel;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A request that a service sends to the application: its name, and how its body is read.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
/// <remarks>
/// Signatures are not verified here, because each service has its own scheme. Pass a verification to <see cref="ReadAsync"/>; it sees the
/// bytes as they were received, before any of them is parsed.
/// </remarks>
public class Webhook<T>
{
    /// <summary>The default maximum size of a body in <see cref="ReadAsync"/>: 25 MiB.</summary>
    public const int DefaultMaxBytes = 25 * 1024 * 1024;

    private readonly JsonCodec<T> _codec;

    /// <summary>Initializes a new instance of the <see cref="Webhook{T}"/> class; for emitted code.</summary>
    /// <param name="name">The name of the webhook in its document.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="codec">The codec of the body.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Webhook(string name, string method, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        Name = name;
        Method = method;
        _codec = codec;
    }

    /// <summary>Gets the name of the webhook in its document.</summary>
    public string Name { get; }

    /// <summary>Gets the HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>Reads the body of a request that is known to be authentic.</summary>
    /// <param name="json">The body: JSON in UTF-8.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The body is not JSON, or not of the type that the document describes.</exception>
    public T Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(Utf8Text.WithoutMark(json), JsonReading.Options);
        try
        {
            reader.Read();
            var value = _codec.Read(ref reader);
            reader.Read(); // rejects data after the value
            return value;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new JsonException($"The request '{Name}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads the body of a request after verifying it.</summary>
    /// <param name="body">The body as it is received; stays open.</param>
    /// <param name="verify">Returns whether the request is authentic, for example by a signature in one of its headers over exactly these
    /// bytes.</param>
    /// <param name="maxBytes">The maximum size of the body in bytes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value.</returns>
    /// <exception cref="UnauthorizedAccessException">The verification rejected the request; respond with 401.</exception>
    /// <exception cref="JsonException">The body is too long, not JSON, or not of the type that the document describes; respond with
    /// 400.</exception>
    public async ValueTask<T> ReadAsync(
        Stream body,
        Func<ReadOnlyMemory<byte>, bool> verify,
        int maxBytes = DefaultMaxBytes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(verify);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        using var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (received.Length + read > maxBytes)
            {
                throw new JsonException($"The request '{Name}' has more than {maxBytes} bytes.");
            }

            received.Write(buffer, 0, read);
        }

        var bytes = received.GetBuffer().AsMemory(0, (int)received.Length);
        return verify(bytes)
            ? Read(bytes.Span)
            : throw new UnauthorizedAccessException($"The request '{Name}' is not authentic: its verification failed.");
    }
}
