using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Bytes to send as the body of a request.</summary>
/// <remarks>
/// A stream is read from its position at the time when the content is created, and stays open. A stream that cannot seek can be sent only
/// once, so a call with it is never retried.
/// </remarks>
public sealed class BinaryContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Stream? _stream;
    private readonly long _start;
    private int _sent;

    /// <summary>Initializes a new instance of the <see cref="BinaryContent"/> class with a stream.</summary>
    /// <param name="content">The stream; stays open.</param>
    /// <param name="contentType">The media type; that of the operation if omitted.</param>
    /// <exception cref="ArgumentException">The stream is not readable, or the media type is invalid.</exception>
    public BinaryContent(Stream content, string? contentType = null)
        : this(contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream is not readable.", nameof(content));
        }

        _stream = content;
        _start = content.CanSeek ? content.Position : 0;
    }

    /// <summary>Initializes a new instance of the <see cref="BinaryContent"/> class with bytes in memory.</summary>
    /// <param name="content">The bytes, which must not change until the call has completed.</param>
    /// <param name="contentType">The media type; that of the operation if omitted.</param>
    /// <exception cref="ArgumentException">The media type is invalid.</exception>
    public BinaryContent(ReadOnlyMemory<byte> content, string? contentType = null)
        : this(contentType) => _bytes = content;

    private BinaryContent(string? contentType)
    {
        if (contentType is not null && !System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"'{contentType}' is not a media type, such as image/png.", nameof(contentType));
        }

        ContentType = contentType;
    }

    /// <summary>Gets the media type; <see langword="null"/> for that of the operation.</summary>
    public string? ContentType { get; }

    /// <summary>Gets a value indicating whether the content can be sent more than once.</summary>
    internal bool CanReplay => _stream is null or { CanSeek: true };

    /// <summary>Creates content from a stream.</summary>
    /// <param name="content">The stream; stays open.</param>
    public static implicit operator BinaryContent(Stream content) => FromStream(content);

    /// <summary>Creates content from bytes in memory.</summary>
    /// <param name="content">The bytes, which must not change until the call has completed.</param>
    public static implicit operator BinaryContent(byte[] content) => FromBytes(content);

    /// <summary>Creates content from a stream.</summary>
    /// <param name="content">The stream; stays open.</param>
    /// <returns>The content.</returns>
    public static BinaryContent FromStream(Stream content) => new(content);

    /// <summary>Creates content from bytes in memory.</summary>
    /// <param name="content">The bytes, which must not change until the call has completed.</param>
    /// <returns>The content.</returns>
    public static BinaryContent FromBytes(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new BinaryContent(content.AsMemory());
    }

    /// <summary>Creates the content of one attempt.</summary>
    internal HttpContent CreateContent()
    {
        if (_stream is null)
        {
            return new ReadOnlyMemoryContent(_bytes);
        }

        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }
        else if (Interlocked.Exchange(ref _sent, 1) == 1)
        {
            throw new InvalidOperationException("The stream cannot seek and has already been sent. Create a new BinaryContent.");
        }

        return new StreamPartContent(_stream, leaveOpen: true);
    }
}
