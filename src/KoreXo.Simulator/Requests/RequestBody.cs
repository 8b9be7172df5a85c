using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Requests;

/// <summary>The body of a request, in memory.</summary>
internal sealed class RequestBody
{
    private RequestBody(ReadOnlyMemory<byte> bytes, long length)
    {
        Bytes = bytes;
        Length = length;
    }

    /// <summary>Gets the body, truncated at the limit.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Gets the number of bytes that were sent.</summary>
    public long Length { get; }

    public bool IsCut => Length > Bytes.Length;

    // A server that responds before it has read the body closes the connection, and the client, still sending, sees a reset instead of
    // the response. So the rest is read and dropped.
    /// <summary>
    /// Reads the body to its end even beyond the limit, so that the caller has sent everything when it receives the rejection.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The number of bytes to keep.</param>
    /// <param name="most">The number of bytes to read.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, long most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var length = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while (length < most && (read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                var room = limit - (int)kept.Length;
                kept.Write(buffer, 0, Math.Min(read, room));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new RequestBody(kept.GetBuffer().AsMemory(0, (int)kept.Length), length);
    }
}
