namespace KoreXo;

/// <summary>An answer of bytes, read while they arrive. The caller disposes it, which ends the connection's part in the call.</summary>
/// <remarks>
/// Time limits of the call end with its head; <see cref="Content"/> takes cancellation tokens of its own. Reading it throws an
/// <see cref="IOException"/> if the connection breaks, or nothing comes within <see cref="KoreXoClientOptions.IdleTimeout"/>.
/// </remarks>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage? _response;

    /// <summary>Makes an answer; for tests, which give one in place of a call.</summary>
    /// <param name="content">The bytes; disposed with the answer.</param>
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

    /// <summary>Gets the media type, as the server says.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the number of bytes, where the server tells it.</summary>
    public long? Length { get; }

    /// <summary>Gets the name that the server gives to the file. It is a stranger's text: take no path from it.</summary>
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

    /// <summary>Takes over an answer whose body is unread.</summary>
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
