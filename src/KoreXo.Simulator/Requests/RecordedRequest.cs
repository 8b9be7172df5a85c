using System.Text;

namespace KoreXo.Simulator;

/// <summary>A request that the simulator has answered, as it came over the wire.</summary>
public sealed class RecordedRequest
{
    internal const int MaxBody = 64 * 1024;
    internal const int MaxResponse = 4 * 1024;

    internal RecordedRequest() { }

    /// <summary>The verb, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>The target of the request line exactly as sent: path and query, still encoded.</summary>
    public required string Target { get; init; }

    /// <summary>The headers by name, in any case. The value of the one that carries the token is replaced by <c>***</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; }

    /// <summary>The first 64 KiB of the body; empty when the request was for no operation, as it is not read then.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The number of bytes that the whole body had; 0 when it was not read.</summary>
    public required long BodyLength { get; init; }

    /// <summary>The id that the documents give the operation; null when the request was for none.</summary>
    public required string? OperationId { get; init; }

    /// <summary>The client id of the app that the token was good for; null when there was none.</summary>
    public required string? ClientId { get; init; }

    /// <summary>The status code of the answer; 0 when a fault plan let none be sent.</summary>
    public required int Status { get; init; }

    /// <summary>Whether the platform has done what the request asks, whatever became of the answer.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>
    /// The name of the <see cref="Simulator.Fault"/> that a plan had for the request; null when it had none, or the request was refused
    /// before.
    /// </summary>
    public required string? Fault { get; init; }

    /// <summary>
    /// Gets the reason for which the request failed: the messages of the error, or the fault of the plan; <see langword="null"/> when it
    /// was served.
    /// </summary>
    public required string? Reason { get; init; }

    /// <summary>When the request came, on the simulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The request id that the answer carried.</summary>
    public required string RequestId { get; init; }

    /// <summary>The media type of the response; null where it has no body.</summary>
    internal string? ResponseType { get; init; }

    /// <summary>The first bytes of the response's body.</summary>
    internal ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>The number of bytes that the whole body of the response has.</summary>
    internal int ResponseLength { get; init; }

    /// <summary><see cref="Body"/> read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Shows verb, target and status.</summary>
    /// <returns>For example <c>POST /api/public/tables/t/query 200</c>.</returns>
    public override string ToString() => $"{Method} {Target} {Status}";
}
