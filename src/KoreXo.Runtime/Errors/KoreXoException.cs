using System.Net;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A call failed. Derived types cover the cases that callers handle differently.</summary>
/// <remarks>
/// Neither the message nor any property shows a credential's token or the value of a parameter, except <see cref="JobId"/> and
/// <see cref="ResumeToken"/>. The body is what the server sent, with the token of the call redacted.
/// </remarks>
public class KoreXoException : Exception
{
    private int _attempts;
    private bool _mayHaveBeenApplied;
    private string? _jobId;
    private string? _resumeToken;
    private IReadOnlyList<KoreXoException> _earlier = [];

    /// <summary>Initializes a new instance of the <see cref="KoreXoException"/> class.</summary>
    public KoreXoException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoException(string message, ErrorFacts facts, Exception? innerException)
        : base(message, innerException)
    {
        Status = facts.Status;
        Code = facts.Code;
        RequestId = facts.RequestId;
        Method = facts.Method;
        Path = facts.Path;
        OperationId = facts.OperationId;
        Body = facts.Body;
        Attempts = facts.Attempts;
        MayHaveBeenApplied = facts.MayHaveBeenApplied;
        IsTransient = facts.IsTransient;
        RetryAfter = facts.RetryAfter;
    }

    /// <summary>Gets the status of the response; <see langword="null"/> if there was none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Gets the platform's error code from the response body.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the ID that the server assigned to the request, for support cases.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Gets the path template, with the names of the parameters, never their values; for a raw request, the path without the query.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Gets the operation ID in its document.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets the response body, truncated after 32 KiB.</summary>
    public string? Body { get; init; }

    /// <summary>Gets the number of times that the request was sent; 0 if it failed before.</summary>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    /// <summary>Gets the failures of earlier attempts, oldest first.</summary>
    public IReadOnlyList<KoreXoException> EarlierFailures
    {
        get => _earlier;
        init => _earlier = value;
    }

    /// <summary>
    /// Gets a value indicating whether the call may have been applied despite the failure, in this attempt or an earlier one. If
    /// <see langword="false"/>, it definitely was not.
    /// </summary>
    public bool MayHaveBeenApplied
    {
        get => _mayHaveBeenApplied;
        init => _mayHaveBeenApplied = value;
    }

    /// <summary>Gets a value indicating whether the same call may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets the time to wait before the next attempt, as requested by the server or required by the rate limit.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Gets the ID of the job that the failure concerns; <see langword="null"/> if there is no job, or the server assigned it no ID.
    /// </summary>
    public string? JobId
    {
        get => _jobId;
        init => _jobId = value;
    }

    /// <summary>
    /// Gets the token to resume the job that the failure concerns, which may still be running: pass it to the client's <c>Resume…</c>
    /// method. <see langword="null"/> if there is no job.
    /// </summary>
    public string? ResumeToken
    {
        get => _resumeToken;
        init => _resumeToken = value;
    }

    /// <summary>Adds the job that the status call was for.</summary>
    internal void AddJob(string? id, string resumeToken)
    {
        _jobId = id;
        _resumeToken = resumeToken;
    }

    /// <summary>Adds what is known only at the end of a call.</summary>
    internal void Complete(int attempts, bool mayHaveBeenApplied, IReadOnlyList<KoreXoException>? earlier)
    {
        _attempts = attempts;
        _mayHaveBeenApplied |= mayHaveBeenApplied;
        _earlier = earlier ?? [];
    }
}
