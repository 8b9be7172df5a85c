using System.Globalization;
using System.Net;

namespace KoreXo;

/// <summary>
/// What is known about the answer to a call. Pass a new one in <see cref="CallOptions.Details"/>; the call fills it, and so can what
/// stands in for a client in a test.
/// </summary>
public sealed class ResponseDetails
{
    /// <summary>Gets or sets the status; 0 when no answer came.</summary>
    public HttpStatusCode Status { get; set; }

    /// <summary>Gets or sets the id that the server gave the request, for a support case.</summary>
    public string? RequestId { get; set; }

    /// <summary>Gets or sets how often the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets the headers of the answer; names are compared without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; set; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// Gets or sets how much is left of the quota that the call draws on, as this side counts; <see langword="null"/> if it does not.
    /// </summary>
    public RateLimitState? RateLimit { get; set; }

    /// <summary>Gets the status, the request id and the number of attempts.</summary>
    /// <returns>The text, without any header.</returns>
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
