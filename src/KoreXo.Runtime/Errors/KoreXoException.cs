using System.Net;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A call failed. The subtypes are there for the cases in which a caller acts differently.</summary>
/// <remarks>
/// Neither the message nor a property shows a credential's token or a value of a parameter, except <see cref="JobId"/> and
/// <see cref="ResumeToken"/>; the body is what the server sent, with the token of the call blacked out.
/// </remarks>
public class KoreXoException : Exception
{
    private int _attempts;
    private bool _mayHaveBeenApplied;
    private string? _jobId;
    private string? _resumeToken;
    private IReadOnlyList<KoreXoException> _earlier = [];

    /// <summary>Makes an exception without details.</summary>
    public KoreXoException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
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

    /// <summary>Gets the status of the answer; <see langword="null"/> when none came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Gets the code that the platform gave the error in the body of the answer.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the id that the server gave the request, for a support case.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the HTTP verb.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Gets the path template, with the names of the parameters, never their values. Of a raw call, the path without the query.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Gets the id of the operation in its document.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets the body of the answer, cut after 32 KiB.</summary>
    public string? Body { get; init; }

    /// <summary>Gets how often the request was sent; 0 when it was refused before.</summary>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    /// <summary>Gets the failures of the attempts before the last, the first one first.</summary>
    public IReadOnlyList<KoreXoException> EarlierFailures
    {
        get => _earlier;
        init => _earlier = value;
    }

    /// <summary>
    /// Gets whether the call may have had its effect in spite of the failure, in this attempt or an earlier one. If
    /// <see langword="false"/>, it surely has not.
    /// </summary>
    public bool MayHaveBeenApplied
    {
        get => _mayHaveBeenApplied;
        init => _mayHaveBeenApplied = value;
    }

    /// <summary>Gets whether the same call may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets how long to wait before the next attempt: as the server asks, or as the quota needs.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Gets the id of the job that the failure is about; <see langword="null"/> if it is about none, or the server gave it no id.
    /// </summary>
    public string? JobId
    {
        get => _jobId;
        init => _jobId = value;
    }

    /// <summary>
    /// Gets the token to follow the job that the failure is about, which may be running: pass it to the client's <c>Resume…</c> method.
    /// <see langword="null"/> if the failure is about none.
    /// </summary>
    public string? ResumeToken
    {
        get => _resumeToken;
        init => _resumeToken = value;
    }

    /// <summary>Adds the job whose status was asked for.</summary>
    internal void AddJob(string? id, string resumeToken)
    {
        _jobId = id;
        _resumeToken = resumeToken;
    }

    /// <summary>Adds what only the end of a call tells.</summary>
    internal void Complete(int attempts, bool mayHaveBeenApplied, IReadOnlyList<KoreXoException>? earlier)
    {
        _attempts = attempts;
        _mayHaveBeenApplied |= mayHaveBeenApplied;
        _earlier = earlier ?? [];
    }
}
