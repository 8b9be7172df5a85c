namespace KoreXo;

/// <summary>A response of bytes, read as they arrive. The caller disposes it, which releases the connection.</summary>
/// <remarks>
/// The call's time limits end with the response headers; reading <see cref="Content"/> takes its own cancellation tokens. It throws an
/// <see cref="IOException"/> if the connection breaks, or nothing arrives within <see cref="KoreXoClientOptions.IdleTimeout"/>.
/// </remarks>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage? _response;

    /// <summary>Initializes a new instance of the <see cref="BinaryResponse"/> class, for tests.</summary>
    /// <param name="content">The bytes; disposed with the response.</param>
    /// <param name="contentType">The media type.</param>
    public BinaryResponse(Stream content, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        ContentType = contentType;
        Length = content.CanSeek ? content.Length : null;
    }

    private BinaryResponse(HttpResponseMessage response, Stream content)
    {
        var headers = response.Content.Headers;
        _response = response;
        Content = content;
        ContentType = headers.ContentType?.ToString();
        Length = headers.ContentLength;
        FileName = (headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName)?.Trim('"');
    }

    /// <summary>Gets the bytes.</summary>
    public Stream Content { get; }

    /// <summary>Gets the media type, as reported by the server.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the number of bytes, if reported by the server.</summary>
    public long? Length { get; }

    /// <summary>Gets the file name, as reported by the server. It is untrusted: do not use it as a path.</summary>
    public string? FileName { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _response?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response?.Dispose();
    }

    /// <summary>Takes ownership of a response whose body is unread.</summary>
    internal static async Task<BinaryResponse> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return new BinaryResponse(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
