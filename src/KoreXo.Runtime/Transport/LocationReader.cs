namespace KoreXo.Runtime;

/// <summary>Extracts the URL from a redirect that an operation responds with.</summary>
internal static class LocationReader
{
    /// <summary>Checks whether a status is a redirect with a URL.</summary>
    public static bool IsRedirection(int status) => status is 301 or 302 or 303 or 307 or 308;

    public static ValueTask<Uri> ReadAsync(CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            return ValueTask.FromResult(Read(call, response));
        }
    }

    private static Uri Read(CallState call, HttpResponseMessage response) =>
        IsRedirection((int)response.StatusCode) && response.Headers.Location is { } location
            ? Absolute(location, response)
            : throw new KoreXoException(
                ResponseErrors.Message(
                    call,
                    $"{StatusText.Format(response.StatusCode)}, but a redirect with a URL was expected; if the handler follows redirects, set {nameof(SocketsHttpHandler.AllowAutoRedirect)} = false on it"
                ),
                call.Facts() with
                {
                    Status = response.StatusCode,
                    MayHaveBeenApplied = true,
                },
                innerException: null
            );

    private static Uri Absolute(Uri location, HttpResponseMessage response) =>
        location.IsAbsoluteUri && !(location.IsFile && location.OriginalString.StartsWith('/'))
            ? location
            : new Uri(response.RequestMessage!.RequestUri!, location.OriginalString);
}
