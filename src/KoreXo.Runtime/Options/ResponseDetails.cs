using System.Globalization;
using System.Net;

namespace KoreXo;

/// <summary>
/// The details of a response. Pass a new instance in <see cref="CallOptions.Details"/>; the call fills it, and so can a substitute for a
/// client in a test.
/// </summary>
public sealed class ResponseDetails
{
    /// <summary>Gets or sets the status; 0 if there was no response.</summary>
    public HttpStatusCode Status { get; set; }

    /// <summary>Gets or sets the ID that the server assigned to the request, for support cases.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets or sets the number of times that the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets the response headers; names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; set; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// Gets or sets the remaining capacity of the rate limit, as counted by the client; <see langword="null"/> if the client does not
    /// count.
    /// </summary>
    public RateLimitState? RateLimit { get; set; }

    /// <summary>Returns the status, the request ID and the number of attempts.</summary>
    /// <returns>The string, without headers.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Status == default ? "no response" : $"{(int)Status} {Status}")}, {(RequestId is null ? "no request id" : $"request {RequestId}")}, attempts {Attempts}"
        );

    internal void CopyFrom(ResponseDetails other)
    {
        Status = other.Status;
        RequestId = other.RequestId;
        Attempts = other.Attempts;
        Headers = other.Headers;
        RateLimit = other.RateLimit;
    }
}
