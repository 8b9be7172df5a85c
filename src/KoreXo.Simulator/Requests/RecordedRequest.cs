using System.Text;

namespace KoreXo.Simulator;

/// <summary>A request that the simulator has handled, as it was on the wire.</summary>
public sealed class RecordedRequest
{
    internal const int MaxBody = 64 * 1024;
    internal const int MaxResponse = 4 * 1024;

    internal RecordedRequest() { }

    /// <summary>Gets the HTTP method, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the target of the request line exactly as sent: path and query, still encoded.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the headers by case-insensitive name. The value of the header with the token is replaced with <c>***</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; }

    /// <summary>Gets the first 64 KiB of the body; empty if the request matched no operation, since the body is not read then.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the length of the complete body in bytes; 0 if it was not read.</summary>
    public required long BodyLength { get; init; }

    /// <summary>Gets the id of the operation in the documents; <see langword="null"/> if the request matched none.</summary>
    public required string? OperationId { get; init; }

    /// <summary>Gets the client id of the app that the token authenticated; <see langword="null"/> if there was none.</summary>
    public required string? ClientId { get; init; }

    /// <summary>Gets the status code of the response; 0 if a fault plan suppressed the response.</summary>
    public required int Status { get; init; }

    /// <summary>Gets a value indicating whether the platform applied the request, whatever happened to the response.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>
    /// Gets the name of the <see cref="Simulator.Fault"/> that a plan injected; <see langword="null"/> if there was none, or the request
    /// was rejected first.
    /// </summary>
    public required string? Fault { get; init; }

    /// <summary>
    /// Gets the reason why the request failed: the error messages, or the fault of the plan; <see langword="null"/> if it succeeded.
    /// </summary>
    public required string? Reason { get; init; }

    /// <summary>Gets the time when the request was received, on the simulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the request id in the response.</summary>
    public required string RequestId { get; init; }

    /// <summary>Gets the media type of the response; null if it has no body.</summary>
    internal string? ResponseType { get; init; }

    /// <summary>Gets the first bytes of the response's body.</summary>
    internal ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>Gets the length of the complete response body in bytes.</summary>
    internal int ResponseLength { get; init; }

    /// <summary>Gets <see cref="Body"/> decoded as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Returns the method, target and status.</summary>
    /// <returns>For example <c>POST /api/public/tables/t/query 200</c>.</returns>
    public override string ToString() => $"{Method} {Target} {Status}";
}
