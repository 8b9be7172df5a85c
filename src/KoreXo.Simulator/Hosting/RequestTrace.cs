using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Faults;
using KoreXo.Simulator.Requests;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>Collects what becomes known about a request while it is processed, for the log.</summary>
internal sealed class RequestTrace(string requestId, DateTimeOffset receivedAt, SecretNames secrets)
{
    public const string Redacted = "***";

    public string RequestId { get; } = requestId;

    public string? OperationId { get; set; }

    /// <summary>Gets or sets the operation; null as long as it is not known.</summary>
    public ApiOperation? Operation { get; set; }

    public string? ClientId { get; set; }

    public RequestBody? Body { get; set; }

    public Fault? Fault { get; set; }

    public bool IsApplied { get; set; }

    /// <summary>Gets or sets the reason why the request is rejected.</summary>
    public string? Reason { get; set; }

    public RecordedRequest ToRecord(HttpRequest request, string target, ApiAnswer answer) =>
        new()
        {
            Method = request.Method,
            Target = Hidden(target),
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => secrets.IsHeader(header.Key) ? [Redacted] : (IReadOnlyList<string>)[.. header.Value.OfType<string>()],
                StringComparer.OrdinalIgnoreCase
            ),
            // Copies, since a part of the original would keep all of it in memory: up to 50 MB for each bulk insert in the log.
            Body = Body is { } body
                ? body.Bytes[..Math.Min(body.Bytes.Length, RecordedRequest.MaxBody)].ToArray()
                : ReadOnlyMemory<byte>.Empty,
            BodyLength = Body?.Length ?? 0,
            OperationId = OperationId,
            ClientId = ClientId,
            Status = Fault is { Delivery: FaultDelivery.Reset or FaultDelivery.Never } ? 0 : answer.Status,
            IsApplied = IsApplied,
            Fault = Fault?.Name,
            Reason = Reason ?? (Fault is { } fault ? $"The fault plan has {fault.Name} for it." : null),
            ResponseType = answer.ContentType,
            ResponseBody = answer.Body[..Math.Min(answer.Body.Length, RecordedRequest.MaxResponse)].ToArray(),
            ResponseLength = answer.Body.Length,
            ReceivedAt = receivedAt,
            RequestId = RequestId,
        };

    /// <summary>Returns the target without the keys that callers send in the query.</summary>
    private string Hidden(string target) =>
        target.Split('?', 2) is [var path, var query] ? $"{path}?{string.Join('&', query.Split('&').Select(HiddenPair))}" : target;

    private string HiddenPair(string pair) =>
        pair.Split('=', 2) is [var name, _] && secrets.IsParameter(name) ? $"{name}={Redacted}" : pair;
}
