using System.Net;

namespace KoreXo.Runtime;

/// <summary>What is known about a failed call, before it becomes an exception.</summary>
internal sealed record ErrorFacts
{
    public HttpStatusCode? Status { get; init; }

    public string? Code { get; init; }

    public string? RequestId { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public string? OperationId { get; init; }

    public string? Body { get; init; }

    public int Attempts { get; init; }

    public bool MayHaveBeenApplied { get; init; }

    public bool IsTransient { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
