using System.Net;

namespace KoreXo.Runtime;

/// <summary>A successful response, fully read.</summary>
internal sealed class ApiResponse(CallState call, HttpStatusCode status, PooledBytes body) : IDisposable
{
    public CallState Call { get; } = call;

    public HttpStatusCode Status { get; } = status;

    public ReadOnlySpan<byte> Body => Utf8Text.WithoutMark(body.Span);

    public void Dispose()
    {
        body.Dispose();
        Call.SentBody?.Dispose();
        Call.SentBody = null;
    }
}
